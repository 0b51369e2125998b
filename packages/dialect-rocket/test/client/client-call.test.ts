import { getEventListeners } from "node:events";
import { type Call, deadlines, now, type TransportError } from "@seapink/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ClientCall, largestSeqid, streamIdOf } from "../../src/client/client-call.ts";
import { callOf, replyOf } from "../served.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Made {
  readonly call: ClientCall;
  readonly controller: AbortController;
  readonly givenUp: TransportError[];
}

function make(changes: Partial<Call> = {}): Made {
  const controller = new AbortController();
  const givenUp: TransportError[] = [];
  const call = new ClientCall(callOf({ signal: controller.signal, ...changes }), 3, 100, (_, error) =>
    givenUp.push(error),
  );
  call.promise.catch(() => undefined);
  return { call, controller, givenUp };
}

function listeners({ signal }: AbortController): number {
  return getEventListeners(signal, "abort").length;
}

test("has the odd stream ids, from 1 to the last that there is", () => {
  expect([0, 1, 2].map((seqid) => streamIdOf(seqid))).toEqual([1, 3, 5]);
  expect(streamIdOf(largestSeqid)).toBe(0x7fff_ffff);
  expect(make().call).toMatchObject({ seqid: 3, streamId: 7, method: "test", kind: "call", writtenUntil: 100 });
});

describe("a call", () => {
  test("that is answered leaves nothing behind", async () => {
    const { call, controller, givenUp } = make();
    deadlines.add(call, now() + 1000);
    const reply = replyOf("x");
    call.resolve(reply, false);
    expect(await call.promise).toBe(reply);
    expect(call.state).toBe("over");
    expect([listeners(controller), vi.getTimerCount()]).toEqual([0, 0]);
    controller.abort();
    expect(givenUp).toEqual([]);
  });

  test("whose answer goes on can still be aborted, and has no deadline any more", async () => {
    const { call, controller, givenUp } = make();
    deadlines.add(call, now() + 1000);
    call.resolve(replyOf("x"), true);
    expect([call.state, vi.getTimerCount()]).toEqual(["open", 0]);
    controller.abort(new Error("enough"));
    expect(givenUp).toMatchObject([
      { code: "cancelled", message: "test: cancelled before its items ended", cause: { message: "enough" } },
    ]);
    call.end();
    expect([call.state, listeners(controller)]).toEqual(["over", 0]);
    await call.promise;
  });

  test("that fails leaves nothing behind", async () => {
    const { call, controller } = make();
    deadlines.add(call, now() + 1000);
    call.reject(new Error("no"));
    await expect(call.promise).rejects.toThrow("no");
    expect([call.state, listeners(controller), vi.getTimerCount()]).toEqual(["over", 0, 0]);
  });

  test("is given up at its deadline", async () => {
    const { call, givenUp } = make();
    deadlines.add(call, now() + 1000);
    await vi.advanceTimersByTimeAsync(990);
    expect(givenUp).toEqual([]);
    await vi.advanceTimersByTimeAsync(30);
    expect(givenUp).toMatchObject([{ code: "timed_out", message: "test: timed out before an answer came" }]);
  });

  test("is given up when its caller aborts, for the caller's reason", () => {
    const { controller, givenUp } = make();
    controller.abort("because");
    expect(givenUp).toMatchObject([{ code: "cancelled", cause: "because" }]);
  });

  test("needs no signal", () => {
    const { call } = make({ signal: undefined });
    call.end();
    expect(call.state).toBe("over");
  });
});
