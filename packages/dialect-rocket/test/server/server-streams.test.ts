import { expect, test } from "vitest";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import { RpcKind } from "../../src/metadata/enums.ts";
import { item, request } from "../says.ts";
import { replyOf, served, Source } from "../served.ts";

const long = { data: new Uint8Array(3000), flags: Flag.metadata | Flag.next | Flag.follows };

test.each([
  ["cannot be read", item("x", {}, { metadata: Uint8Array.of(0xff) })],
  ["is too long", item("", {}, long)],
])("tells who sends an item of bidi that %s to stop, and is done with it", async (_, said) => {
  const { hand } = await served(() => Promise.resolve(replyOf("x", new Source([]))), {
    limits: { maxMessageBytes: 2000 },
  });
  hand.send(request(RpcKind.bidirectionalStream));
  await hand.soFar();
  hand.send(said);
  const frames = await hand.soFar();
  expect(frames.map(({ type, streamId }) => [type, streamId])).toEqual([[FrameType.cancel, 1]]);
  // Its number is free.
  hand.send(request(RpcKind.singleRequestStreamingResponse));
  expect(await hand.frame()).toMatchObject({ streamId: 1, type: FrameType.payload });
});
