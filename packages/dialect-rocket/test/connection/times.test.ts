import { now, type Reply } from "@seapink/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ErrorCode, FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import {
  type ResponseRpcError,
  responseRpcError,
  type StreamRpcError,
  streamRpcError,
} from "../../src/metadata/rpc-error.ts";
import { decoded } from "../metadata/encoded.ts";
import { turn } from "../hand.ts";
import { complete, first, item, request, requestN, result } from "../says.ts";
import { callOf, called, numbered, replyOf, served, Source, textsOf } from "../served.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const never = () => new Promise<Reply>(() => undefined);

function rpcError({ data }: Frame): ResponseRpcError {
  return decoded(responseRpcError, data);
}

function streamError({ data }: Frame): StreamRpcError {
  return decoded(streamRpcError, data);
}

describe("a server's call", () => {
  test("that waits too long behind others ends with QUEUE_TIMEOUT", async () => {
    const methods: string[] = [];
    const { hand } = await served(({ method }) => (methods.push(method), never()), { limits: { maxRunningCalls: 1 } });
    hand.send(request(0, { name: "first" }), request(0, { name: "second", queueTimeoutMs: 100 }, { streamId: 3 }));
    await pass(90);
    expect(await hand.soFar()).toEqual([]);
    await pass(30);
    const refusal = await hand.frame();
    expect(refusal).toMatchObject({ streamId: 3, type: FrameType.error, word: ErrorCode.rejected });
    expect(rpcError(refusal)).toMatchObject({ code: 7, name_utf8: "QUEUE_TIMEOUT", category: 2 });
    expect(methods).toEqual(["first"]);
  });

  test("that runs for longer than a tenth over its time ends with TASK_EXPIRED, and is told", async () => {
    const signals: AbortSignal[] = [];
    const { hand } = await served(({ signal }) => (signal && signals.push(signal), never()));
    hand.send(request(0, { clientTimeoutMs: 1000 }));
    await pass(1080);
    expect(await hand.soFar()).toEqual([]);
    await pass(50);
    const refusal = await hand.frame();
    expect(refusal).toMatchObject({ streamId: 1, word: ErrorCode.canceled });
    expect(rpcError(refusal)).toMatchObject({ code: 2, name_utf8: "TASK_EXPIRED" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("whose stream has begun has no such time any more", async () => {
    const { hand } = await served(() => Promise.resolve(replyOf("hello", new Source(["a"], "wait"))));
    hand.send(request(4, { clientTimeoutMs: 100 }));
    expect(await hand.soFar()).toHaveLength(2);
    await pass(1000);
    expect(await hand.soFar()).toEqual([]);
  });
});

describe("a client that asks for no more items", () => {
  const creditTimeoutMs = 1000;

  test("has its stream ended with CREDIT_TIMEOUT", async () => {
    const source = new Source(numbered(10));
    const { hand } = await served(() => Promise.resolve(replyOf("hello", source)), { rocket: { creditTimeoutMs } });
    hand.send(request(4, {}, { word: 2 }));
    expect(await hand.soFar()).toHaveLength(2);
    await pass(creditTimeoutMs - 10);
    hand.send(requestN(1));
    expect(await hand.soFar()).toHaveLength(1);
    await pass(creditTimeoutMs - 10);
    expect(await hand.soFar()).toEqual([]);
    await pass(30);
    const end = await hand.frame();
    expect(end).toMatchObject({ streamId: 1, type: FrameType.error, word: ErrorCode.applicationError });
    expect(streamError(end)).toMatchObject({ code: 1, name_utf8: "CREDIT_TIMEOUT" });
    expect(source).toMatchObject({ isReturned: true, taken: 2 });
  });

  test("has both halves of bidi ended, by CANCEL and ERROR", async () => {
    const { hand } = await served(async () => replyOf("hello", new Source(numbered(9))), {
      rocket: { creditTimeoutMs },
    });
    hand.send(request(7, {}, { word: 2 }));
    await hand.soFar();
    await pass(creditTimeoutMs + 30);
    const frames = await hand.soFar();
    expect(frames.map(({ type }) => type)).toEqual([FrameType.cancel, FrameType.error]);
    expect(frames.at(-1)?.word).toBe(ErrorCode.canceled);
  });
});

describe("an item that was asked for and does not come", () => {
  const rocket = { chunkTimeoutMs: 1000 };

  test("ends a sink with CHUNK_TIMEOUT", async () => {
    const ends: unknown[] = [];
    const { hand } = await served(
      ({ items }) => {
        textsOf(items).catch((error: unknown) => ends.push(error));
        return Promise.resolve(replyOf("hello", new Source([], "wait")));
      },
      { rocket },
    );
    hand.send(request(6, {}, { word: 2 }));
    await hand.soFar();
    await pass(900);
    hand.send(item("a"));
    await pass(900);
    expect(await hand.soFar()).toEqual([]);
    await pass(130);
    const end = await hand.frame();
    expect(end).toMatchObject({ streamId: 1, type: FrameType.error, word: ErrorCode.applicationError });
    expect(streamError(end)).toMatchObject({ code: 2, name_utf8: "CHUNK_TIMEOUT" });
    expect(ends).toMatchObject([{ code: "timed_out" }]);
  });

  test("ends a client's stream, with CANCEL", async () => {
    const { channel, hand } = await called({ rocket });
    const reply = channel.handle(callOf({ kind: "stream" }));
    await hand.frame();
    hand.send(first("hello"), item("a"));
    const texts = textsOf((await reply)?.items);
    texts.catch(() => undefined);
    await hand.soFar();
    await pass(1030);
    await expect(texts).rejects.toMatchObject({ code: "timed_out" });
    expect(await hand.soFar()).toMatchObject([{ streamId: 1, type: FrameType.cancel }]);
  });
});

describe("a client's call whose time is over", () => {
  test.each(["call", "stream"] as const)("fails, and tells the server: %s", async (kind) => {
    const { channel, hand } = await called();
    const reply = channel.handle(callOf({ kind, deadline: now() + 500 }));
    reply.catch(() => undefined);
    await hand.frame();
    await pass(530);
    await expect(reply).rejects.toMatchObject({ code: "timed_out" });
    expect(await hand.soFar()).toMatchObject([{ streamId: 1, type: FrameType.cancel }]);
    hand.send(first("late"), item("late"), complete);
    expect(await hand.soFar()).toEqual([]);
  });

  test("sends ERROR CANCELED for a sink, which has no CANCEL", async () => {
    const { channel, hand } = await called();
    const items = new Source(["a"], "wait");
    const reply = channel.handle(callOf({ kind: "sink", items, deadline: now() + 500 }));
    reply.catch(() => undefined);
    await hand.frame();
    await pass(530);
    await expect(reply).rejects.toMatchObject({ code: "timed_out" });
    expect(await hand.soFar()).toMatchObject([{ type: FrameType.error, word: ErrorCode.canceled }]);
    expect(items.isReturned).toBe(true);
  });
});

test("calls that wait are run in their order, when there is room", async () => {
  const seen: string[] = [];
  const gates: PromiseWithResolvers<Reply>[] = [];
  const { hand } = await served(
    ({ method }) => {
      seen.push(method);
      const gate = Promise.withResolvers<Reply>();
      gates.push(gate);
      return gate.promise;
    },
    { limits: { maxRunningCalls: 2 } },
  );
  hand.send(...numbered(4).map((name, i) => request(0, { name }, { streamId: 2 * i + 1 })));
  await turn();
  expect(seen).toEqual(["0", "1"]);
  gates[1]?.resolve(replyOf("1"));
  expect(await hand.frame()).toMatchObject({ streamId: 3, data: result("1") });
  expect(seen).toEqual(["0", "1", "2"]);
});
