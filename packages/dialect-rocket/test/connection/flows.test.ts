import type { Call, Interaction, Reply } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { ErrorCode, Flag, FrameType } from "../../src/frames/frame-type.ts";
import { turn } from "../hand.ts";
import { cancel, clientPushed, complete, failure, first, item, request, requestN, result } from "../says.ts";
import { callOf, called, numbered, replyOf, served, Source, textsOf } from "../served.ts";

describe("CANCEL", () => {
  test.each([0, 4])("before the first response ends a call of kind %i without an answer", async (kind) => {
    const signals: AbortSignal[] = [];
    const gate = Promise.withResolvers<Reply>();
    const { hand } = await served(({ signal }) => (signal && signals.push(signal), gate.promise));
    hand.send(request(kind), cancel);
    await hand.soFar();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    const source = new Source(["a"]);
    gate.resolve(replyOf("late", kind === 0 ? undefined : source));
    expect(await hand.soFar()).toEqual([]);
    expect(source.isReturned).toBe(kind !== 0);
  });

  test("of a stream returns its source", async () => {
    const source = new Source(["a"], "wait");
    const { hand } = await served(() => Promise.resolve(replyOf("hello", source)));
    hand.send(request(4));
    await hand.soFar();
    hand.send(cancel);
    await source.returned.promise;
    expect(await hand.soFar()).toEqual([]);
  });
});

describe("a sink", () => {
  test("has initial n 2, and its client sends nothing before it is asked", async () => {
    const { channel, hand } = await called();
    const items = new Source(numbered(5));
    const reply = channel.handle(callOf({ kind: "sink", items }));
    expect(await hand.frame()).toMatchObject({ type: FrameType.requestChannel, word: 2 });
    hand.send(first("hello"));
    await reply;
    expect(await hand.soFar()).toEqual([]);
    hand.send(requestN(2));
    expect((await hand.soFar()).map(({ data }) => data)).toEqual([result("0"), result("1")]);
    expect(items.taken).toBe(2);
  });

  test("ends with an early final response: the rest of the items is dropped", async () => {
    const { channel, hand } = await called();
    const items = new Source(numbered(1), "wait");
    const reply = channel.handle(callOf({ kind: "sink", items }));
    await hand.frame();
    hand.send(first("hello"), requestN(5), { ...item("early"), flags: Flag.metadata | Flag.next | Flag.complete });
    expect(await textsOf((await reply)?.items)).toEqual(["early"]);
    await items.returned.promise;
    await hand.soFar();
    hand.send(requestN(5));
    expect(await hand.soFar()).toEqual([]);
  });

  test("is asked for by the server behind the first response, and answered early", async () => {
    const { hand } = await served(() => Promise.resolve(replyOf("hello", new Source(["early"]))));
    hand.send(request(6, {}, { word: 2 }));
    const frames = await hand.soFar();
    expect(frames.map(({ type }) => type)).toEqual([FrameType.payload, FrameType.requestN, FrameType.payload]);
    expect(frames.at(-1)).toMatchObject({ data: result("early"), flags: Flag.metadata | Flag.next | Flag.complete });
    hand.send(item("late"), complete, failure(0x201, "late"));
    expect(await hand.soFar()).toEqual([]);
  });

  test("is given up by its client with ERROR, not CANCEL", async () => {
    const { channel, hand } = await called();
    const abort = new AbortController();
    const reply = channel.handle(callOf({ kind: "sink", items: new Source([], "wait"), signal: abort.signal }));
    await hand.frame();
    hand.send(first("hello"));
    const texts = textsOf((await reply)?.items);
    abort.abort(new Error("enough"));
    await expect(texts).rejects.toMatchObject({ code: "cancelled" });
    expect(await hand.soFar()).toMatchObject([{ type: FrameType.error, word: ErrorCode.canceled }]);
  });
});

const echoes = async ({ items }: Call): Promise<Reply> => replyOf("hello", items);

describe("the halves of bidi", () => {
  test("end by themselves: the client's first", async () => {
    const { hand } = await served(async () => replyOf("hello", new Source(numbered(2))));
    hand.send(request(7, {}, { word: 2 }), complete);
    await hand.soFar();
    hand.send(requestN(5));
    expect((await hand.soFar()).map(({ flags }) => flags & Flag.complete)).toEqual([0, Flag.complete]);
    hand.send(request(7));
    expect((await hand.soFar())[0]).toMatchObject({ type: FrameType.payload, streamId: 1 });
  });

  test("end by themselves: CANCEL of the client ends the server's alone", async () => {
    const source = new Source([], "wait");
    const seen = Promise.withResolvers<string[]>();
    const { hand } = await served(async ({ items }) => {
      seen.resolve(textsOf(items));
      return replyOf("hello", source);
    });
    hand.send(request(7));
    await hand.soFar();
    hand.send(cancel, item("a"), item("b"), complete);
    expect(await seen.promise).toEqual(["a", "b"]);
    expect(source.isReturned).toBe(true);
    expect(await hand.soFar()).toEqual([]);
  });

  test("end by themselves: CANCEL of the server ends the client's alone", async () => {
    const { channel, hand } = await called();
    const items = new Source([], "wait");
    const reply = channel.handle(callOf({ kind: "bidi", items }));
    await hand.frame();
    hand.send(first("hello"), cancel, item("a"), complete);
    expect(await textsOf((await reply)?.items)).toEqual(["a"]);
    expect(items.isReturned).toBe(true);
    const closed = channel.close();
    await hand.ended;
    hand.close();
    await closed;
  });

  test.each(["before it answers", "behind its answer"])("a handler that wants no items says so: %s", async (when) => {
    const { hand } = await served(async ({ items }) => {
      const stop = async (): Promise<unknown> => items?.[Symbol.asyncIterator]().return?.();
      if (when.startsWith("before")) await stop();
      else setImmediate(() => void stop());
      return replyOf("hello", new Source([], "wait"));
    });
    hand.send(request(7));
    await turn();
    expect((await hand.soFar()).filter(({ type }) => type === FrameType.cancel)).toHaveLength(1);
  });

  test("echo what comes, and are freed when both have ended", async () => {
    const { hand } = await served(echoes);
    hand.send(request(7, {}, { word: 9 }), item("a"), item("b"), complete);
    const frames = await hand.soFar();
    expect(frames.filter(({ type }) => type === FrameType.payload).map(({ data }) => data)).toEqual(
      ["hello", "a", "b"].map(result).concat(new Uint8Array(0)),
    );
    hand.send(request(7, {}, { word: 9 }));
    expect((await hand.soFar())[0]).toMatchObject({ data: result("hello") });
  });
});

const create = (id: bigint) => ({ interactionCreate: { interactionId: id, interactionName: "File" } });
const terminate = (interactionId: bigint) => clientPushed({ interactionTerminate: { interactionId } });

describe("an interaction", () => {
  test("may be created again while calls wait behind others", async () => {
    const seen: Interaction[] = [];
    const gates: PromiseWithResolvers<Reply>[] = [];
    const { hand } = await served(
      ({ interaction }) => {
        if (interaction !== undefined) seen.push(interaction.of);
        const gate = Promise.withResolvers<Reply>();
        gates.push(gate);
        return gate.promise;
      },
      { limits: { maxRunningCalls: 1 } },
    );
    hand.send(request(0), request(0, create(1n), { streamId: 3 }), terminate(1n));
    hand.send(request(0, create(1n), { streamId: 5 }), terminate(7n));
    expect(await hand.soFar()).toEqual([]);
    for (let i = 0; i < 3; i++) {
      gates[i]?.resolve(replyOf("hello"));
      await turn();
    }
    expect(seen.map(({ ended }) => ended.aborted)).toEqual([true, false]);
  });

  test("that is terminated while calls wait is not there for later ones", async () => {
    const { hand } = await served(() => new Promise(() => undefined), { limits: { maxRunningCalls: 1 } });
    hand.send(request(0), request(0, create(1n), { streamId: 3 }), terminate(1n));
    hand.send(request(0, { interactionId: 1n }, { streamId: 5 }));
    expect(await hand.soFar()).toMatchObject([{ streamId: 5, word: ErrorCode.invalid }]);
  });

  test("that waits to be ended ends with the connection", async () => {
    const seen: Interaction[] = [];
    const { hand, channel } = await served(
      ({ interaction }) => (interaction && seen.push(interaction.of), new Promise(() => undefined)),
      { limits: { maxRunningCalls: 1 } },
    );
    hand.send(request(0, create(1n)), request(0, {}, { streamId: 3 }), terminate(1n));
    await hand.soFar();
    expect(seen[0]?.ended.aborted).toBe(false);
    hand.close();
    await channel.close(new Error("now"));
    expect(seen[0]?.ended.aborted).toBe(true);
  });

  test("whose number is taken ends, and so does the connection", async () => {
    const seen: Interaction[] = [];
    const { hand } = await served(
      ({ interaction }) => (interaction && seen.push(interaction.of), new Promise(() => undefined)),
    );
    hand.send(request(0, create(1n)), request(0, create(1n), { streamId: 3 }));
    expect((await hand.rest()).at(-1)).toMatchObject({ streamId: 0, type: FrameType.error });
    expect(seen.map(({ ended }) => ended.aborted)).toEqual([true]);
  });
});
