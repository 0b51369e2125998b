import { MessageType, noHeaders, type Scope } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { expect, test } from "vitest";
import { RunningCall } from "../src/running-call.ts";
import { ServiceNames } from "../src/service-names.ts";
import { RunningCalls } from "../src/running-calls.ts";

const names = new ServiceNames(false);
const scope: Scope = {
  peer: { address: "memory", alpn: undefined, identity: undefined, headers: noHeaders },
  closed: new AbortController().signal,
  channel: undefined,
};

function newCall(seqid: number): RunningCall {
  const body = new Uint8Array(seqid);
  return new RunningCall({ name: "get", type: MessageType.call, seqid }, body, binary(), scope, names);
}

function running(count: number): { readonly calls: RunningCalls; readonly added: readonly RunningCall[] } {
  const calls = new RunningCalls();
  const added = Array.from({ length: count }, (_, seqid) => newCall(seqid));
  for (const call of added) calls.add(call);
  return { calls, added };
}

test.each([
  ["the first", 0],
  ["one in the middle", 1],
  ["the last", 2],
])("forgets %s of three, and keeps the others", (_, at) => {
  const { calls, added } = running(3);
  for (const call of added.slice(at, at + 1)) calls.delete(call);
  expect(calls.size).toBe(2);
  expect(new Set(calls.all)).toEqual(new Set(added.filter((_, i) => i !== at)));
});

test("knows how many bytes their bodies have", () => {
  const { calls, added } = running(4);
  expect(calls.bytes).toBe(6);
  for (const call of added.slice(1, 3)) calls.delete(call);
  for (const call of added.slice(1, 3)) calls.delete(call);
  expect(calls.bytes).toBe(3);
});

test("forgets all, in whatever order they end", () => {
  const { calls, added } = running(10);
  const order = [3, 9, 0, 1, 8, 2, 7, 4, 6, 5];
  for (const call of order.flatMap((i) => added[i] ?? [])) calls.delete(call);
  expect(calls.size).toBe(0);
  expect(calls.all).toEqual([]);
});

test("forgets none twice, and none that it never had", () => {
  const { calls, added } = running(2);
  for (const call of [...added.slice(0, 1), ...added.slice(0, 1)]) calls.delete(call);
  expect(calls.size).toBe(1);
  calls.delete(newCall(2));
  expect(calls.all).toEqual([added[1]]);
});
