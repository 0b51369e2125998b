import { ApplicationError, type Items, type Payload, type Reply } from "@seapink/core";
import { expect } from "vitest";
import { failure, settling } from "./failure.ts";
import { endlessly, ItemSource } from "./item-source.ts";
import { callOf, replyOf, textOf, textsOf } from "./message.ts";
import { play, playOnWays, type Scenario } from "./scenario.ts";
import type { Stage } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";
import { readTextStruct } from "./text-struct.ts";

/** More than any dialect may have under way for a consumer that does not take any. */
const plenty = 10_000;

/** Calls whose answer goes on. */
export function streamTests(subject: DialectSubject): void {
  playOnWays(subject, "streams", scenarios);
  play(subject, alone);
}

/** Opens a stream of these items. */
async function openStream(stage: Stage, items: Items, kind: "stream" | "bidi" = "stream"): Promise<Reply> {
  const opened = stage.send(callOf("count", "", { kind }));
  const { call, answer } = await stage.served.next();
  expect(call.kind).toBe(kind);
  answer(replyOf("first", { items }));
  const reply = await opened;
  expect(textOf(reply)).toBe("0 first");
  return reply as Reply;
}

/** The items of a reply, to be taken one by one. */
export function iteratorOf({ items }: Reply): AsyncIterator<Payload, unknown> {
  if (items === undefined) throw new TypeError("expected items, got none");
  return items[Symbol.asyncIterator]();
}

/** Takes what is under way, to the end. */
async function drained(items: AsyncIterator<Payload, unknown>): Promise<void> {
  let isDone: boolean | undefined = false;
  while (isDone !== true) isDone = (await items.next()).done;
}

const scenarios: readonly Scenario[] = [
  {
    name: "a first response and its items arrive in order",
    needs: "stream",
    async run(stage) {
      const texts = Array.from({ length: 500 }, (_, i) => `item ${i}`);
      const reply = await openStream(stage, new ItemSource(texts));
      expect(await textsOf(reply.items, reply.protocol)).toEqual(texts.map((text) => `0 ${text}`));
      await stage.roundTrip();
    },
  },
  {
    name: "a stream may have no items",
    needs: "stream",
    async run(stage) {
      const reply = await openStream(stage, new ItemSource([]));
      expect(await textsOf(reply.items, reply.protocol)).toEqual([]);
    },
  },
  {
    name: "an error ends a stream behind its items",
    needs: "stream",
    async run(stage) {
      const error = new ApplicationError("not_found", "no more of them");
      const reply = await openStream(stage, new ItemSource(["a"], error));
      const items = iteratorOf(reply);
      const first = await items.next();
      expect(readTextStruct((first.value as Payload).body, reply.protocol)).toBe("0 a");
      expect(await failure(items.next())).toMatchObject({ message: "no more of them", wireCode: error.wireCode });
      await stage.roundTrip();
    },
  },
  {
    name: "leaving the loop returns the source",
    needs: "stream",
    async run(stage) {
      const source = new ItemSource(endlessly("item"));
      const reply = await openStream(stage, source);
      const items = iteratorOf(reply);
      await items.next();
      await items.return?.();
      await source.returned;
      await stage.roundTrip();
    },
  },
  {
    name: "other calls go on beside a stream that nobody takes, and the source waits",
    needs: "stream",
    async run(stage) {
      const source = new ItemSource(endlessly("item"));
      const items = iteratorOf(await openStream(stage, source));
      for (let i = 0; i < 10; i++) await stage.roundTrip();
      expect(source.taken).toBeLessThan(plenty);
      const before = source.taken;
      for (let i = 0; i < plenty; i++) await items.next();
      expect(source.taken).toBeGreaterThan(before);
      await items.return?.();
      await source.returned;
    },
  },
];

const alone: readonly Scenario[] = [
  {
    name: "an error that is not for the client stays inside, and is reported",
    needs: "stream",
    async run(stage) {
      const secret = new Error("a secret");
      const items = iteratorOf(await openStream(stage, new ItemSource([], secret)));
      expect(await failure(items.next())).toMatchObject({ code: "internal_error", message: "internal error" });
      expect(stage.reported()).toEqual([secret]);
    },
  },
  {
    name: "a lost connection ends streams on both sides",
    needs: "stream",
    stage: { isBroken: true },
    async run(stage) {
      const source = new ItemSource(endlessly("item"));
      const items = iteratorOf(await openStream(stage, source));
      await items.next();
      await stage.channel.close(new Error("the cable broke"));
      await source.returned;
      expect(await failure(drained(items))).toMatchObject({ code: "closed" });
    },
  },
  {
    name: "a drain waits for an open stream",
    needs: "stream",
    async run(stage) {
      const texts = ["a", "b", "c"];
      const reply = await openStream(stage, new ItemSource(texts));
      const closed = stage.channel.close();
      const watch = settling(closed);
      await Promise.resolve();
      expect(watch.isSettled).toBe(false);
      expect(await textsOf(reply.items, reply.protocol)).toEqual(["0 a", "0 b", "0 c"]);
      await closed;
    },
  },
];
