import type { Reply } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { ErrorCode, FrameType } from "../../src/frames/frame-type.ts";
import { argument, request } from "../says.ts";
import { served } from "../served.ts";

const never = () => new Promise<Reply>(() => undefined);
const long = "0".repeat(9000);

// A client may say much that a handler never sees: all of it waits with the call.
describe.each([
  ["bodies", {}, { data: argument(long) }],
  ["headers", { otherMetadata: new Map([["name", long]]) }, {}],
  ["other metadata", { frameworkMetadata: new Uint8Array(9000) }, {}],
])("calls are bounded by their %s", (_, metadata, frame) => {
  test("where they wait: those that are too many are refused", async () => {
    const { hand } = await served(never, { limits: { maxRunningCalls: 1, maxQueuedBytes: 20_000 } });
    hand.send(...[1, 3, 5, 7].map((streamId) => request(0, metadata, { ...frame, streamId })));
    const frames = await hand.soFar();
    expect(frames).toMatchObject([{ streamId: 7, type: FrameType.error, word: ErrorCode.rejected }]);
  });

  test("where they run: the others wait", async () => {
    const seen: string[] = [];
    const { hand } = await served(({ method }) => (seen.push(method), never()), {
      limits: { maxRunningBytes: 10_000 },
    });
    hand.send(
      ...[1, 3, 5, 7].map((streamId) => request(0, { ...metadata, name: String(streamId) }, { ...frame, streamId })),
    );
    await hand.soFar();
    expect(seen).toEqual(["1", "3"]);
  });
});
