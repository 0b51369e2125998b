import { expect, test } from "vitest";
import type { Case, Came, Outcome } from "../src/case.ts";
import type { Combination } from "../src/combination.ts";
import { parseKnownFailures } from "../src/known-failures.ts";
import type { ReadyPeer } from "../src/peers/peer.ts";
import type { Row } from "../src/result.ts";
import { loadServices } from "../src/services.ts";
import { tryRow } from "../src/try-row.ts";

const services = await loadServices();
const combination: Combination = { framing: "framed", protocol: "binary", multiplexed: false, tls: false };
const asked: Case = {
  name: "testBool/true",
  service: "ThriftTest",
  method: "testBool",
  args: { thing: true },
  expected: { returns: true },
};
const right: Came = { returned: true };
const wrong: Came = { returned: false };

/** A side that serves nothing, or calls nobody and says this came of each case. */
function side(came: Came | undefined, changes: Partial<ReadyPeer> = {}): ReadyPeer & { readonly closed: () => number } {
  let closed = 0;
  return {
    version: "1",
    roles: ["server", "client"],
    speaks: () => true,
    cannot: () => undefined,
    serve: () => Promise.resolve({ ports: {}, close: () => Promise.resolve(void closed++) }),
    call: (_, __, all) =>
      Promise.resolve(
        new Map(came === undefined ? [] : all.map(({ name }): [string, Outcome] => [name, { ...came, ms: 1 }])),
      ),
    closed: () => closed,
    ...changes,
  };
}

async function tried(ours: ReadyPeer, peer: ReadyPeer, known = ""): Promise<Row["results"]> {
  const trial = { services, cases: [asked], known: parseKnownFailures(known), ours };
  return (await tryRow(trial, "peer", peer, { role: "server", combination })).results;
}

const excuse = "peer server framed binary testBool/*: it lies";

test.each([
  ["passes", right, "", { status: "passed", reason: undefined }],
  ["fails with the reason", wrong, "", { status: "failed", reason: "expected true, got false" }],
  ["fails where the client says nothing", undefined, "", { status: "failed", reason: "the client told of no outcome" }],
  ["is known to fail", wrong, excuse, { status: "known", reason: "it lies" }],
  [
    "fails where it unexpectedly passes",
    right,
    excuse,
    { status: "failed", reason: "unexpectedly passes: remove line 1 of known-failures.txt" },
  ],
])("a case %s", async (_, came, known, result) => {
  expect(await tried(side(came), side(right), known)).toEqual([{ name: asked.name, ...result }]);
});

test("a case that the peer cannot try is skipped, and not asked", async () => {
  const ours = side(right, {
    call: (_, __, all) => Promise.reject(new Error(`expected no case, got ${all.length}`)),
  });
  const peer = side(right, { cannot: () => "no bools" });
  expect(
    await tried({ ...ours, call: async (_, __, all) => (all.length === 0 ? new Map() : ours.call(_, __, all)) }, peer),
  ).toEqual([{ name: asked.name, status: "skipped", reason: "no bools" }]);
});

test("a server that does not start fails the row", async () => {
  const peer = side(right, { serve: () => Promise.reject(new Error("no port")) });
  expect(await tried(side(right), peer)).toEqual({ failed: "no port" });
});

test("a client that breaks fails the row, and the server is closed", async () => {
  const peer = side(right);
  expect(await tried(side(right, { call: () => Promise.reject(new Error("no client")) }), peer)).toEqual({
    failed: "no client",
  });
  expect(peer.closed()).toBe(1);
});

test.each<[string, Partial<Combination>, number]>([
  ["binary, multiplexed by TLS", { multiplexed: true, tls: true }, 1],
  ["plain JSON", { protocol: "json" }, 1],
  ["multiplexed JSON", { protocol: "json", multiplexed: true }, 0],
  ["JSON by TLS", { protocol: "json", tls: true }, 0],
])("a large case is tried as often as it matters: %s", async (_, changes, times) => {
  const trial = { services, cases: [{ ...asked, isLarge: true }], known: [], ours: side(right) };
  const { results } = await tryRow(trial, "peer", side(right), {
    role: "server",
    combination: { ...combination, ...changes },
  });
  expect(results).toHaveLength(times);
});

test("as a client the peer calls us", async () => {
  const trial = { services, cases: [asked], known: [], ours: side(wrong) };
  const row = await tryRow(trial, "peer", side(right), { role: "client", combination });
  expect(row).toMatchObject({ part: { role: "client" }, results: [{ status: "passed" }] });
});
