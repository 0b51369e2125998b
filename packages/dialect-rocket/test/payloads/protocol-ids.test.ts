import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { expect, test } from "vitest";
import { idOf, ProtocolIds } from "../../src/payloads/protocol-ids.ts";

const ours = compact({ variant: "fbthrift" });

test("knows the numbers that RpcMetadata.thrift gives", () => {
  expect([idOf(binary()), idOf(ours)]).toEqual([0, 2]);
});

test("finds protocols by their numbers, and speaks the first", () => {
  const both = [ours, binary()] as const;
  const ids = new ProtocolIds(both);
  expect(ids.first).toBe(ours);
  expect([ids.get(0), ids.get(2)]).toEqual([both[1], ours]);
  expect([1, 3, -1, 0.5].map((id) => ids.get(id))).toEqual([undefined, undefined, undefined, undefined]);
  expect(ids.names).toBe("compact-fbthrift or binary");
});

test("finds nothing that is not set up", () => {
  const ids = new ProtocolIds([binary()]);
  expect(ids.get(2)).toBeUndefined();
  expect(ids.names).toBe("binary");
});

test.each(["compact", "json", "constructor", "__proto__", ""])("refuses %j, which has no number", (name) => {
  expect(() => new ProtocolIds([ours, { ...binary(), name }])).toThrow(RangeError);
});
