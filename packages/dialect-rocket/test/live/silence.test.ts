import type { Reply } from "@seapink/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import { frameBytes } from "../frames/frame-bytes.ts";
import { turn, withLength } from "../hand.ts";
import { argument, first, request, result, setup, setupAnswer } from "../says.ts";
import { bareServer, callOf, called, type Played, type PlayOptions, replyOf, textsOf } from "../served.ts";
import { all, Held } from "./held.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const keepAliveMs = 1000;
const announced = setup.replace("7fffffff 7fffffff", "000003e8 7fffffff");
const keepAlive = { type: FrameType.keepAlive, flags: Flag.respond };
const interactionCreate = { interactionId: 1n, interactionName: "File" };

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await turn();
}

/** A server that is held by a client which then says nothing more. */
async function held(
  said: string,
  options: PlayOptions = {},
  kinds: readonly number[] = [0, 4, 6],
): Promise<[Held, Played]> {
  const server = new Held(kinds.length);
  const played = bareServer(server.handler, options);
  played.hand.send(
    said,
    ...kinds.map((kind) => request(kind, kind === 4 ? { interactionCreate } : {}, { streamId: 2 * kind + 1 })),
  );
  await server.begun;
  await turn();
  expect([...server.freed]).toEqual([]);
  return [server, played];
}

describe("a client that falls silent", () => {
  test("loses all that it holds, within twice the keepalive that it announced", async () => {
    const [server, { hand }] = await held(announced);
    await pass(keepAliveMs);
    expect([...server.freed]).toEqual([]);
    await pass(keepAliveMs);
    expect([...server.freed].toSorted()).toEqual(all);
    await hand.ended;
  });

  const idle = { limits: { idleTimeoutMs: 1000 } };

  test("loses all that it holds, within the idle limit and a quarter if it announced none", async () => {
    const [server, { hand }] = await held(setup, idle, [4, 6]);
    await pass(990);
    expect([...server.freed]).toEqual([]);
    await pass(300);
    expect([...server.freed].toSorted()).toEqual(all.filter((what) => what !== "call"));
    await hand.ended;
  });

  test("is not idle while it waits for an answer, nor as soon as it has it", async () => {
    const gate = Promise.withResolvers<Reply>();
    const { hand, channel } = bareServer(() => gate.promise, idle);
    hand.send(setup, request(0));
    await pass(3000);
    gate.resolve(replyOf("late"));
    await pass(900);
    expect(channel.closing.aborted).toBe(false);
    await pass(500);
    expect(channel.closing.aborted).toBe(true);
  });

  test("is kept as long as it says anything", async () => {
    const [server, { hand }] = await held(announced);
    for (let i = 0; i < 10; i++) {
      hand.send(keepAlive);
      await pass(keepAliveMs);
    }
    expect([...server.freed]).toEqual([]);
    await pass(keepAliveMs);
    expect([...server.freed].toSorted()).toEqual(all);
  });

  test("is not silent while the bytes of a long frame come", async () => {
    const { hand } = bareServer(() => Promise.resolve(replyOf("long")));
    hand.send(announced);
    await hand.frame();
    const bytes = withLength(frameBytes(request(0, {}, { data: argument("x".repeat(3000)) })));
    for (let at = 0; at < bytes.length; at += 400) {
      hand.send(bytes.subarray(at, at + 400));
      await pass(keepAliveMs);
    }
    expect((await hand.frame()).data).toEqual(result("long"));
  });
});

describe("a server that falls silent", () => {
  test("is asked twice, and given up", async () => {
    const { channel, hand } = await called({ rocket: { keepAliveMs } });
    const call = channel.handle(callOf());
    const stream = channel.handle(callOf({ kind: "stream" }));
    hand.send(setupAnswer, { ...first("hello"), streamId: 3 });
    const texts = textsOf((await stream)?.items);
    texts.catch(() => undefined);
    call.catch(() => undefined);
    await pass(2 * keepAliveMs);
    expect(channel.closing.aborted).toBe(false);
    await pass(keepAliveMs + 30);
    expect(channel.closing.aborted).toBe(true);
    await expect(call).rejects.toMatchObject({ code: "closed", cause: { code: "timed_out" } });
    await expect(texts).rejects.toMatchObject({ code: "closed", cause: { code: "timed_out" } });
    expect((await hand.rest()).filter(({ type }) => type === FrameType.keepAlive)).toHaveLength(2);
  });

  test("is kept as long as it answers", async () => {
    const { channel, hand } = await called({ rocket: { keepAliveMs } });
    for (let i = 0; i < 10; i++) {
      await pass(keepAliveMs + 10);
      const { type, flags } = await hand.frame();
      expect([type, flags]).toEqual([FrameType.keepAlive, Flag.respond]);
      hand.send({ ...keepAlive, flags: 0 });
    }
    expect(channel.closing.aborted).toBe(false);
  });

  test("is not silent while the bytes of a long frame come", async () => {
    const { channel, hand } = await called({ rocket: { keepAliveMs } });
    const reply: Promise<Reply | undefined> = channel.handle(callOf());
    reply.catch(() => undefined);
    const bytes = withLength(frameBytes({ ...first("x".repeat(3000)), flags: 0x160 }));
    for (let at = 0; at < bytes.length; at += 400) {
      hand.send(bytes.subarray(at, at + 400));
      await pass(keepAliveMs);
    }
    expect((await reply)?.body).toEqual(result("x".repeat(3000)));
  });
});
