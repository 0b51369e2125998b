import type { Items, Payload, Reply } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import { first, requestN, response } from "../says.ts";
import { called, callOf, payloadOf, type Played, replyOf, Source, textsOf } from "../served.ts";

/** Items of which the last is a declared exception. */
async function* thrown(): AsyncGenerator<Payload, void> {
  yield { ...payloadOf("x"), exception: { name: "NotFound", message: "gone" } };
}

/** Sends these items to a server that has asked for some, and takes them up to their end. */
async function sent(items: Items): Promise<Played & { readonly reply: Reply }> {
  const client = await called();
  const reply = client.channel.handle(callOf({ kind: "sink", items }));
  await client.hand.frame();
  client.hand.send(first("hello"), requestN(5));
  const { flags, type } = await client.hand.frame();
  expect([type, flags & (Flag.next | Flag.complete)]).toEqual([FrameType.payload, Flag.next | Flag.complete]);
  return { ...client, reply: (await reply) as Reply };
}

// C++ frees the stream, and sends no final response (ServerSinkBridge.cpp, onSinkError).
describe.each([
  ["fail", () => new Source([], new Error("kaput")), "kaput"],
  ["end in a declared exception", thrown, "test: the items ended in NotFound: gone"],
])("a sink whose items %s", (_, items, message) => {
  test("has no final response to wait for", async () => {
    const { reply } = await sent(items());
    await expect(textsOf(reply.items)).rejects.toMatchObject({ message });
  });

  test("keeps no drain from ending", async () => {
    const { channel, reply } = await sent(items());
    await channel.close();
    await expect(textsOf(reply.items)).rejects.toThrow(message);
  });

  test("drops a final response that comes all the same", async () => {
    const { channel, hand, reply } = await sent(items());
    hand.send(response("late"));
    await expect(textsOf(reply.items)).rejects.toThrow(message);
    const next = channel.handle(callOf());
    await hand.frame();
    hand.send(response("next", {}, { streamId: 3 }));
    expect(await next).toMatchObject({ body: replyOf("next").body });
  });
});
