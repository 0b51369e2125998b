import { zlib } from "@seapink/core/node";
import { describe, expect, test } from "vitest";
import { FrameType } from "../../src/frames/frame-type.ts";
import { first, item, request, result } from "../says.ts";
import { callOf, called, replyOf, served, Source, textsOf } from "../served.ts";

const compression = zlib();
const options = { rocket: { compression: [compression] }, limits: { maxUnreadBytes: 20_000 } };
const bomb = item("", { compression: 1 }, { data: compression.compress(result("0".repeat(9000))) });
const heavy = item("", { otherMetadata: new Map([["name", "0".repeat(9000)]]) });

// What waits to be taken costs what it is in memory, however short it was on the wire.
describe.each([
  ["decompressed bodies", bomb],
  ["headers", heavy],
])("items that are not taken are bounded by their %s", (_, said) => {
  test("on a client", async () => {
    const { channel, hand } = await called(options);
    const reply = channel.handle(callOf({ kind: "stream" }));
    await hand.frame();
    hand.send(first("hello"), said, said);
    const { items } = (await reply) ?? replyOf("nothing");
    expect(await hand.soFar()).toEqual([]);
    hand.send(said);
    expect(await hand.soFar()).toMatchObject([{ streamId: 1, type: FrameType.cancel }]);
    await expect(textsOf(items)).rejects.toMatchObject({ code: "overloaded" });
  });

  test("on a server", async () => {
    const gate = Promise.withResolvers<void>();
    const ends: unknown[] = [];
    const { hand } = await served(async ({ items }) => {
      void gate.promise.then(() => textsOf(items)).catch((error: unknown) => ends.push(error));
      return replyOf("hello", new Source([], "wait"));
    }, options);
    hand.send(request(7), said, said, said);
    const frames = await hand.soFar();
    expect(frames.map(({ type }) => type)).toContain(FrameType.payload);
    gate.resolve();
    await hand.soFar();
    expect(ends).toMatchObject([{ code: "overloaded" }]);
  });
});
