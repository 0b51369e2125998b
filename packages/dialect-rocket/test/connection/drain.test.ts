import type { Reply } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { ErrorCode, FrameType } from "../../src/frames/frame-type.ts";
import {
  type ResponseRpcError,
  responseRpcError,
  type StreamRpcError,
  streamRpcError,
} from "../../src/metadata/rpc-error.ts";
import { decoded } from "../metadata/encoded.ts";
import { complete, failure, first, item, request, requestN, response, result, serverPushed } from "../says.ts";
import { callOf, called, numbered, replyOf, served, Source, textOf, textsOf } from "../served.ts";

describe("a server that drains", () => {
  test("says so first, finishes what runs, and refuses what comes", async () => {
    const gate = Promise.withResolvers<Reply>();
    const source = new Source(numbered(3));
    const { channel, hand } = await served(({ kind }) =>
      kind === "call" ? gate.promise : Promise.resolve(replyOf("hello", source)),
    );
    hand.send(request(0), request(4, {}, { streamId: 3, word: 2 }));
    await hand.soFar();
    const closed = channel.close();
    expect(await hand.frame()).toMatchObject({ streamId: 0, type: FrameType.error, word: ErrorCode.connectionClose });
    hand.send(request(0, {}, { streamId: 5 }), { ...requestN(9), streamId: 3 });
    const [refusal, ...items] = await hand.soFar();
    expect(refusal).toMatchObject({ streamId: 5, type: FrameType.error, word: ErrorCode.rejected });
    const told: ResponseRpcError = decoded(responseRpcError, refusal?.data ?? new Uint8Array(0));
    expect(told).toMatchObject({ code: 4, name_utf8: "SHUTDOWN", category: 3 });
    expect(items.map(({ streamId }) => streamId)).toEqual([3, 3, 3]);
    gate.resolve(replyOf("done"));
    expect(await hand.rest()).toMatchObject([{ streamId: 1, data: result("done") }]);
    hand.close();
    await closed;
  });

  test("ends at once where nothing runs", async () => {
    const { channel, hand } = await served(() => Promise.resolve(replyOf("hello")));
    const closed = channel.close();
    expect(await hand.rest()).toMatchObject([{ streamId: 0, word: ErrorCode.connectionClose }]);
    hand.close();
    await closed;
  });

  test("breaks off what is open when it is forced, and says why", async () => {
    const source = new Source(["a"], "wait");
    const { channel, hand, errors } = await served(() => Promise.resolve(replyOf("hello", source)));
    hand.send(request(4), request(4, {}, { streamId: 3 }));
    await hand.soFar();
    const closed = channel.close(new Error("now"));
    const frames = await hand.rest();
    expect(frames.map(({ streamId, word }) => [streamId, word])).toEqual([
      [1, ErrorCode.canceled],
      [3, ErrorCode.canceled],
      [0, ErrorCode.connectionError],
    ]);
    const told: StreamRpcError = decoded(streamRpcError, frames[0]?.data ?? new Uint8Array(0));
    expect(told).toMatchObject({ code: 3, name_utf8: "SERVER_CLOSING_CONNECTION" });
    expect(source.isReturned).toBe(true);
    expect(errors).toEqual([]);
    hand.close();
    await closed;
  });
});

describe("a client whose server drains", () => {
  const close = failure(ErrorCode.connectionClose, "", 0);

  test.each([
    ["CONNECTION_CLOSE", close],
    ["drainCompletePush", serverPushed({ drainCompletePush: { drainCompleteCode: 1 } })],
  ])("by %s sends no more calls, and finishes those it has", async (_, said) => {
    const { channel, hand } = await called();
    const reply = channel.handle(callOf());
    const stream = channel.handle(callOf({ kind: "stream" }));
    await hand.soFar();
    hand.send({ ...first("begun"), streamId: 3 }, said);
    await hand.soFar();
    expect(channel.closing.aborted).toBe(true);
    await expect(channel.handle(callOf())).rejects.toMatchObject({ code: "not_open", mayHaveRun: false });
    hand.send(response("hello"), { ...item("a"), streamId: 3 }, { ...complete, streamId: 3 });
    expect(textOf((await reply) ?? replyOf(""))).toBe("hello");
    expect(await textsOf((await stream)?.items)).toEqual(["a"]);
  });

  test("ends the connection when its last call is over", async () => {
    const { channel, hand } = await called();
    const reply = channel.handle(callOf());
    await hand.frame();
    hand.send(close, response("hello"));
    await reply;
    await hand.ended;
  });

  test("learns that a stream was broken off", async () => {
    const { channel, hand } = await called();
    const reply = channel.handle(callOf({ kind: "stream" }));
    await hand.frame();
    // A StreamRpcError of code 3.
    hand.send(first("hello"), failure(ErrorCode.canceled, Uint8Array.of(0x45, 0x06, 0)));
    await expect(textsOf((await reply)?.items)).rejects.toMatchObject({ code: "interruption" });
  });
});

test("a client that closes waits for its calls, a forced one does not", async () => {
  const polite = await called();
  const reply = polite.channel.handle(callOf());
  await polite.hand.frame();
  const closed = polite.channel.close();
  polite.hand.send(response("hello"));
  expect(textOf((await reply) ?? replyOf(""))).toBe("hello");
  await polite.hand.ended;
  polite.hand.close();
  await closed;
  const forced = await called();
  const lost = forced.channel.handle(callOf());
  lost.catch(() => undefined);
  await forced.hand.frame();
  const reason = new Error("now");
  await forced.channel.close(reason);
  await expect(lost).rejects.toMatchObject({ code: "closed", cause: reason, mayHaveRun: true });
});
