import type { Call, Items, Payload, Reply } from "@seapink/core";
import { expect } from "vitest";
import { endlessly, ItemSource } from "./item-source.ts";
import { callOf, itemOf, replyOf, textOf, textsOf } from "./message.ts";
import { play, playOnWays, type Scenario } from "./scenario.ts";
import type { ServedCall } from "./served-calls.ts";
import type { Stage } from "./stage.ts";
import { iteratorOf } from "./streams.ts";
import type { DialectSubject } from "./subject.ts";

/** Calls that go on: sinks, and those where both sides do. */
export function sinkTests(subject: DialectSubject): void {
  playOnWays(subject, "sinks", scenarios);
  play(subject, alone);
}

/** Sends a call with these items; it is answered with others. */
async function open(
  stage: Stage,
  kind: "sink" | "bidi",
  source: ItemSource,
  answered: (served: ServedCall) => Items,
): Promise<readonly [reply: Reply, call: Call]> {
  const opened = stage.send(callOf("gather", "", { kind, items: source }));
  const served = await stage.served.next();
  expect(served.call.kind).toBe(kind);
  served.answer(replyOf("first", { items: answered(served) }));
  const reply = await opened;
  expect(textOf(reply)).toBe("0 first");
  return [reply as Reply, served.call];
}

/** The final response of a sink, which would end it if it came before the items. */
async function* gathering(received: Promise<unknown>): AsyncGenerator<Payload, undefined> {
  await received;
  yield itemOf("final");
  return undefined;
}

const scenarios: readonly Scenario[] = [
  {
    name: "the items of a sink and its final response arrive",
    needs: "sink",
    async run(stage) {
      const texts = Array.from({ length: 500 }, (_, i) => `item ${i}`);
      const { promise: received, resolve } = Promise.withResolvers<string[]>();
      const final = gathering(received);
      const [reply, call] = await open(stage, "sink", new ItemSource(texts), () => final);
      textsOf(call.items, call.protocol).then(resolve, () => undefined);
      expect(await received).toEqual(texts.map((text) => `0 ${text}`));
      expect(await textsOf(reply.items, reply.protocol)).toEqual(["0 final"]);
      await stage.roundTrip();
    },
  },
  {
    name: "a server that wants no more items returns their source",
    needs: "sink",
    async run(stage) {
      const source = new ItemSource(endlessly("item"));
      const [reply, call] = await open(stage, "sink", source, () => new ItemSource(["enough"]));
      const items = iteratorOf({ ...reply, items: call.items });
      await items.next();
      await items.return?.();
      expect(await textsOf(reply.items, reply.protocol)).toEqual(["0 enough"]);
      await source.returned;
      await stage.roundTrip();
    },
  },
  {
    name: "items go both ways at once",
    needs: "bidi",
    async run(stage) {
      const there = new ItemSource(["a", "b"]);
      const back = new ItemSource(["c", "d", "e"]);
      const [reply, call] = await open(stage, "bidi", there, () => back);
      const [received, answered] = await Promise.all([
        textsOf(call.items, call.protocol),
        textsOf(reply.items, reply.protocol),
      ]);
      expect([received, answered]).toEqual([
        ["0 a", "0 b"],
        ["0 c", "0 d", "0 e"],
      ]);
      await stage.roundTrip();
    },
  },
];

const never = new Promise<never>(() => undefined);

const alone: readonly Scenario[] = (["sink", "bidi"] as const).map((kind) => ({
  name: `what a ${kind} was sent does not look complete when the connection is lost, though its consumer was busy`,
  needs: kind,
  stage: { isBroken: true },
  async run(stage) {
    const source = new ItemSource(endlessly("item"));
    const [reply, call] = await open(stage, kind, source, () =>
      kind === "sink" ? gathering(never) : new ItemSource([]),
    );
    const items = iteratorOf({ ...reply, items: call.items });
    await items.next();
    await stage.channel.close(new Error("the cable broke"));
    await source.returned;
    await expect(allOf(items)).rejects.toMatchObject({ name: "TransportError" });
  },
}));

/** Takes all that is left. */
async function allOf(items: AsyncIterator<Payload, unknown>): Promise<void> {
  let isDone: boolean | undefined = false;
  while (isDone !== true) isDone = (await items.next()).done;
}
