import { derive, MessageType, noHeaders, type Scope } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { expect, test } from "vitest";
import { RunningCall } from "../src/running-call.ts";
import { ServiceNames } from "../src/service-names.ts";

const names = new ServiceNames({ Calculator: ["calc", "Calculator"] });
const scope: Scope = {
  peer: { address: "memory:", alpn: undefined, identity: "somebody", headers: noHeaders },
  closed: new AbortController().signal,
  channel: undefined,
};

function newCall(type: MessageType = MessageType.call, name = "get"): RunningCall {
  return new RunningCall({ name, type, seqid: 7 }, new Uint8Array(1), binary(), scope, names);
}

test("is what the message and the lane say", () => {
  expect(newCall()).toMatchObject({
    service: undefined,
    method: "get",
    kind: "call",
    seqid: 7,
    identity: "somebody",
    scope,
  });
  expect(newCall(MessageType.oneway).kind).toBe("oneway");
});

test("its service stands before the first colon of the name", () => {
  expect(newCall(MessageType.call, "calc:a:b")).toMatchObject({ service: "Calculator", method: "a:b" });
});

test("its signal aborts, whether it was asked for before or after", () => {
  const reason = new Error("gone");
  const call = newCall();
  const { signal } = call;
  call.aborting.abort(reason);
  expect(signal.reason).toBe(reason);
  const late = newCall();
  late.aborting.abort(reason);
  expect(late.signal.reason).toBe(reason);
  expect(late.signal).toBe(late.signal);
});

test("keeps the first reason", () => {
  const call = newCall();
  call.aborting.abort("first");
  call.aborting.abort("second");
  expect([call.signal.reason, call.aborting.reason]).toEqual(["first", "first"]);
});

test("a call that is derived from it has the same signal", () => {
  const call = newCall();
  const derived = derive(call, { method: "put" });
  expect(derived.signal).toBe(call.signal);
  call.aborting.abort("gone");
  expect(derived.signal?.aborted).toBe(true);
});
