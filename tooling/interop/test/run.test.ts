import { afterAll, expect, test } from "vitest";
import { combinations } from "../src/combination.ts";
import { parseKnownFailures } from "../src/known-failures.ts";
import type { Peer, ReadyPeer } from "../src/peers/peer.ts";
import { run } from "../src/run.ts";
import { closeWorkshop, openWorkshop } from "../src/workshop.ts";

const workshop = await openWorkshop();
afterAll(() => closeWorkshop(workshop));

const silent: ReadyPeer = {
  version: "1.2.3",
  roles: ["server", "client"],
  speaks: () => true,
  cannot: () => undefined,
  serve: () => Promise.reject(new Error("not asked")),
  call: () => Promise.reject(new Error("not asked")),
};

function peer(name: string, ready: Awaited<ReturnType<Peer["prepare"]>>): Peer {
  return { name, prepare: () => Promise.resolve(ready) };
}

test("a peer that is not there is skipped aloud, and counted", async () => {
  const lines: string[] = [];
  const counts = await run([peer("absent", { missing: "not installed" })], workshop, [], (line) => lines.push(line));
  expect(lines).toEqual([expect.stringMatching(/^absent +skipped: not installed$/)]);
  expect(counts).toEqual({ passed: 0, failed: 0, skipped: 1 });
});

test("a peer that breaks while it is prepared fails, and the next is tried", async () => {
  const lines: string[] = [];
  const broken: Peer = { name: "broken", prepare: () => Promise.reject(new Error("no such file")) };
  const peers = [broken, peer("absent", { missing: "not installed" })];
  const counts = await run(peers, workshop, [], (line) => lines.push(line));
  expect(lines[0]).toMatch(/^broken +FAIL no such file$/);
  expect(counts).toEqual({ passed: 0, failed: 1, skipped: 1 });
});

test("each role and combination has a row, below the version", async () => {
  const lines: string[] = [];
  const known = parseKnownFailures("");
  const counts = await run([peer("silent", silent)], workshop, known, (line) => lines.push(line));
  expect(lines[0]).toBe("silent: 1.2.3");
  expect(new Set(lines.slice(1)).size).toBe(2 * combinations.length);
  expect(lines.slice(1).filter((line) => !line.endsWith("FAIL not asked"))).toEqual([]);
  expect(counts).toEqual({ passed: 0, failed: 2 * combinations.length, skipped: 0 });
});
