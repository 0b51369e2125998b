import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CallTable } from "../../src/server/call-table.ts";
import type { ServerCall } from "../../src/server/server-call.ts";
import { serverCallOf } from "./request-of.ts";

test("finds each of many calls by its stream id, and none by another", () => {
  const table = new CallTable();
  const calls = Array.from({ length: 10_000 }, (_, i) => serverCallOf({ streamId: 2 * i + 1 }));
  for (const call of calls) table.add(call);
  expect(table.size).toBe(10_000);
  expect(calls.every((call) => table.get(call.streamId) === call)).toBe(true);
  expect(new Set(table.all())).toEqual(new Set(calls));
  for (const streamId of [0, 2, 20_001, 0x7fff_ffff]) expect(table.get(streamId)).toBeUndefined();
});

test("keeps calls apart that have the same place", () => {
  const table = new CallTable();
  const first = serverCallOf({ streamId: 1 });
  const calls = [33, 65, 0x7fff_ffe1].map((streamId) => serverCallOf({ streamId }));
  for (const call of [first, ...calls]) table.add(call);
  table.delete(first);
  expect(table.get(1)).toBeUndefined();
  expect(calls.map(({ streamId }) => table.get(streamId))).toEqual(calls);
  expect(table.size).toBe(3);
});

test("deletes nothing twice, nor another call of the same id", () => {
  const table = new CallTable();
  const [old, young] = [serverCallOf({ streamId: 1 }), serverCallOf({ streamId: 1 })];
  table.add(old);
  table.delete(old);
  table.delete(old);
  expect(table.size).toBe(0);
  table.add(young);
  table.delete(old);
  expect(table.get(1)).toBe(young);
  expect(table.size).toBe(1);
});

/** Ids of a client that counts up, and of one that wants them to have the same place. */
const streamIds = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((n) => 2 * n + 1),
  fc.integer({ min: 0, max: 50 }).map((n) => 8192 * n + 1),
);

test("is a map from stream ids to calls", () => {
  fc.assert(
    fc.property(fc.array(streamIds, { maxLength: 300 }), (ids) => {
      const table = new CallTable();
      const model = new Map<number, ServerCall>();
      for (const streamId of ids) {
        const there = model.get(streamId);
        if (there === undefined) {
          const call = serverCallOf({ streamId });
          table.add(call);
          model.set(streamId, call);
        } else {
          table.delete(there);
          model.delete(streamId);
        }
      }
      expect(table.size).toBe(model.size);
      expect(new Set(table.all())).toEqual(new Set(model.values()));
      expect(table.all()).toHaveLength(model.size);
      expect(ids.every((streamId) => table.get(streamId) === model.get(streamId))).toBe(true);
    }),
  );
});
