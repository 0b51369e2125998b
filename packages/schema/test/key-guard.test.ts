import { binary } from "@seapink/protocol-binary";
import { decode, encode, field, i32, i64, list, map, set, struct } from "@seapink/schema";
import { describe, expect, test } from "vitest";
import { fewKeys, KeyBudget, KeyGuard, keysInARow } from "../src/key-guard.ts";
import { collidingIds } from "./colliding.ts";
import { codecIn, modes } from "./modes.ts";

const refused = expect.objectContaining({ code: "size_limit", offset: 7 });

/** Fills a set whose every `keysInARow` take as many microseconds for each key as `times` says, the last again and again. */
function fill(keys: number, times: readonly number[]): Set<unknown> {
  let reads = 0;
  let at = 0;
  const clock = (): number => {
    // Once before and once after each chunk; the first is read by the constructor.
    const chunk = Math.floor(reads / 2) - 1;
    if (reads++ > 0 && reads % 2 === 1) at += ((times[chunk] ?? times.at(-1) ?? 0) * keysInARow) / 1000;
    return at;
  };
  const into = new Set<unknown>();
  const guard = new KeyGuard(into, { offset: 7 }, new KeyBudget(), clock);
  for (let i = 0; i < keys; i++) guard.add(i);
  guard.end();
  return into;
}

const many = 100 * keysInARow;

/** Away for 15 ms three times in a row, after a while in which the keys took no longer than they do. */
const busy = Array.from({ length: 100 }, (_, i) => (i >= 60 && i < 63 ? 60 : 0.2));

describe("inserting keys", () => {
  test.each<[what: string, times: readonly number[]]>([
    ["that are told apart at once", [0.2]],
    ["on a machine that is ten times slower", [2]],
    ["while the machine stalls", [0.2, 4000, 0.2]],
    ["while the machine stalls three times in a row", [0.2, 4000, 4000, 4000, 0.2]],
    ["that are slow at first", [40, 40, 0.2]],
    ["while a busy machine is away again and again", busy],
    ["on a machine that is away half of the time", Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 0.2 : 3))],
  ])("%s, is done", (_, times) => {
    expect(fill(many + 1, times).size).toBe(many + 1);
  });

  test.each<[what: string, times: readonly number[]]>([
    ["that are slow, and stay so", [20]],
    ["that become slower each time", Array.from({ length: 100 }, (_, i) => i)],
    ["of which every third lot is fast", Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? 0 : i))],
    ["while the machine stalls all the time", [4000]],
    ["that are slow after many that were not", Array.from({ length: 100 }, (_, i) => (i < 60 ? 0.2 : 40))],
  ])("%s, is refused", (_, times) => {
    expect(() => fill(many, times)).toThrow(refused);
  });
});

test("all sets and maps of a message have one budget", () => {
  const budget = new KeyBudget();
  const lots = Array.from({ length: 10 }, () => budget.spend(keysInARow, 4));
  expect(lots.indexOf(true)).toBe(7);
});

test("keys that are read in time make up for those that are late afterwards, as far as they were faster", () => {
  const budget = new KeyBudget();
  for (let i = 0; i < 50; i++) budget.watch(keysInARow, 0.012);
  // 25 ms that were not used, and 25 ms that any message may take.
  const lots = Array.from({ length: 20 }, () => budget.spend(keysInARow, 4));
  expect([budget.isExact, lots.indexOf(true)]).toEqual([false, 14]);
});

test("what is read late is watched, and not counted", () => {
  const budget = new KeyBudget();
  budget.watch(keysInARow, 4000);
  expect([budget.isExact, budget.spend(keysInARow, 25)]).toEqual([true, false]);
});

test("keys are inserted in place until some were late", () => {
  let at = 0;
  const budget = new KeyBudget();
  const guard = new KeyGuard(new Map(), { offset: 7 }, budget, () => at);
  at = 0.1;
  expect([guard.exactFirst(), guard.exactNext()]).toEqual([undefined, undefined]);
  at = 1;
  expect([guard.exactNext(), guard.exactNext(), guard.exactFirst()]).toEqual([guard, guard, guard]);
});

describe.each(modes)("%s", (mode) => {
  const Inner = struct("Inner", [field(1, "ids", set(i64))]);
  const All = struct("All", [field(1, "all", list(Inner)), field(2, "counts", map(i64, i32))]);
  const codec = codecIn(mode, All);

  test("fills large sets and maps as it does small ones", () => {
    for (const size of [fewKeys, fewKeys + 1, 2 * keysInARow, 2 * keysInARow + 1, 100_000]) {
      const ids = Array.from({ length: size }, (_, i) => BigInt(i));
      const value = { all: [{ ids: new Set(ids) }], counts: new Map(ids.map((id) => [id, Number(id)])) };
      expect(codec.decode(codec.encode(value))).toStrictEqual(value);
    }
  });

  test("refuses keys that hash alike", () => {
    const ids = collidingIds(20_000);
    const sets = codec.encode({ all: [{ ids: [] }, { ids }] });
    expect(() => codec.decode(sets)).toThrow(expect.objectContaining({ code: "size_limit" }));
    const maps = codec.encode({ counts: new Map(ids.map((id) => [id, 1])) });
    expect(() => codec.decode(maps)).toThrow(expect.objectContaining({ code: "size_limit" }));
  });
});

test("keys that hash alike are refused with their path", () => {
  const Deep = struct("Deep", [field(1, "sets", list(set(i64)))]);
  const bytes = encode(Deep, { sets: [[1n], collidingIds(20_000)] }, binary());
  expect(() => decode(Deep, bytes, binary())).toThrow(
    expect.objectContaining({
      code: "size_limit",
      path: "sets[1]",
      message: "sets[1]: expected keys whose hashes differ, got many that are slow to tell apart",
    }),
  );
});
