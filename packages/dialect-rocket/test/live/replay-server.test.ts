// The client's column of the worked examples and captures (docs/wire/rocket.md, § 10), sent to our server by hand.
import { zstd } from "@seapink/core/node";
import { bytes, hex } from "@seapink/testing";
import { expect, test } from "vitest";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import { type ResponseMetadata, responseMetadata } from "../../src/metadata/response-metadata.ts";
import { type StreamMetadata, streamMetadata } from "../../src/metadata/stream-metadata.ts";
import { decoded } from "../metadata/encoded.ts";
import type { Hand } from "../hand.ts";
import { isResponse, request } from "../says.ts";
import { vectorNamed } from "../vectors.ts";
import { body, FileServer } from "./file-server.ts";
import { dial, serve, socketHand } from "./tcp.ts";

async function begin(): Promise<[FileServer, Hand]> {
  const files = new FileServer();
  const { port } = await serve(files.handler, { rocket: { compression: [zstd()] } });
  return [files, socketHand(await dial(port))];
}

/** Sends a vector, and expects others byte for byte. */
async function replay(hand: Hand, sent: string, ...answers: readonly string[]): Promise<void> {
  hand.send(vectorNamed(sent).hex);
  for (const name of answers) await expectVector(hand, name);
}

async function expectVector(hand: Hand, name: string): Promise<void> {
  expect(hex(await hand.bytes()), name).toBe(hex(bytes(vectorNamed(name).hex).subarray(3)));
}

test("the worked session goes byte for byte", async () => {
  const [files, hand] = await begin();
  await replay(hand, "SETUP of versions 8 to 10", "the answer to SETUP, with zstd and without lz4");
  await replay(hand, "a factory with a timeout and a header", "a result without a value");
  await replay(hand, "a method of an interaction", "a result");
  await replay(hand, "a stream is asked for", "a first response with its stream id", "an item");
  expect((await hand.frame()).data).toEqual(body.ee1);
  await expectVector(hand, "the end of a stream");
  // Of a stream that is over, nothing is said any more.
  hand.send(vectorNamed("more items are asked for").hex, vectorNamed("a stream is cancelled").hex);
  hand.send(request(0, { name: "gone" }, { streamId: 7 }));
  await expectVector(hand, "a declared exception");
  hand.send(request(0, { name: "boom" }, { streamId: 9 }));
  await expectVector(hand, "an undeclared exception");
  hand.send(request(0, { name: "FileAccess.seek", interactionId: 9n }, { streamId: 11 }));
  await expectVector(hand, "an unknown interaction");
  await replay(hand, "a question", "its echo");
  expect(files.interactions.map(({ name, ended }) => [name, ended.aborted])).toEqual([["FileAccess", false]]);
  await replay(hand, "the end of an interaction");
  await replay(hand, "a question", "its echo");
  expect(files.interactions.map(({ ended }) => ended.aborted)).toEqual([true]);
  const [open] = files.asked;
  expect(open?.headers).toEqual(new Map([["k", "v"]]));
  expect(open?.deadline).toBeLessThanOrEqual(performance.now() + 1000);
});

test("a worked stream that is cancelled ends without an answer", async () => {
  const [, hand] = await begin();
  await replay(hand, "SETUP of versions 8 to 10", "the answer to SETUP, with zstd and without lz4");
  await replay(hand, "a factory with a timeout and a header", "a result without a value");
  const asked = bytes(vectorNamed("a stream is asked for").hex);
  // Initial n 2: one item, and no more before it is asked for.
  hand.send(asked.with(12, 2));
  await expectVector(hand, "a first response with its stream id");
  await expectVector(hand, "an item");
  await replay(hand, "a stream is cancelled");
  await replay(hand, "more items are asked for");
  await replay(hand, "a question", "its echo");
});

// Go's server writes a load as a header and compression 0 besides, and C++ a stream id: the data is the same.
async function expectResponse(hand: Hand, streamId: number, data: Uint8Array, flags: number): Promise<void> {
  const frame = await hand.frame();
  expect(frame).toMatchObject({ type: FrameType.payload, streamId, data, flags });
  const metadata: ResponseMetadata = decoded(responseMetadata, frame.metadata);
  expect(metadata.payloadMetadata).toEqual(isResponse);
}

async function expectItem(hand: Hand, streamId: number, data: Uint8Array, flags: number): Promise<void> {
  const frame = await hand.frame();
  expect(frame).toMatchObject({ type: FrameType.payload, streamId, data, flags });
  const metadata: StreamMetadata = decoded(streamMetadata, frame.metadata);
  expect(metadata.payloadMetadata).toEqual(isResponse);
}

const next = Flag.metadata | Flag.next;
const last = next | Flag.complete;

test("what Go's client was seen to send is understood", async () => {
  const [files, hand] = await begin();
  hand.send(vectorNamed("SETUP of version 8, with another MIME type of data").hex);
  // It differs from Go's in that it says that there is no lz4.
  expect(hex(await hand.bytes())).toBe("00000000 31001c15 10113200 00");
  await replay(hand, "a call with headers");
  await expectResponse(hand, 1, body.info, last);
  expect(files.asked[0]?.headers).toEqual(
    new Map([
      ["id_version", "1"],
      ["identity", ""],
    ]),
  );
  await replay(hand, "a factory");
  await expectResponse(hand, 0x0b, body.nothing, last);
  await replay(hand, "a method of an interaction, with headers");
  await expectResponse(hand, 0x0d, body.five, last);
  await replay(hand, "a stream is asked for without flow control");
  await expectResponse(hand, 0x13, body.nothing, next);
  await expectItem(hand, 0x13, body.ee, next);
  await expectItem(hand, 0x13, body.ee1, next);
  await expectVector(hand, "the end of a stream, alone");
  // Its REQUEST_CHANNEL was not captured whole; it has NEXT, as rsocket-go sets it.
  hand.send(
    request(6, { name: "FileAccess.write", interactionId: 2n }, { streamId: 0x15, word: 0x7fff_ffff, flags: next }),
  );
  await expectResponse(hand, 0x15, body.nothing, next);
  expect(await hand.frame()).toMatchObject({ type: FrameType.requestN, streamId: 0x15 });
  for (const name of ["the first item of a sink", "the second item of a sink", "the end of a sink"])
    await replay(hand, name);
  await expectItem(hand, 0x15, body.five, last);
  expect(files.written).toEqual([body.abc, body.de]);
  await replay(hand, "the end of another interaction");
  // Ours answers as C++ does, Go's with text.
  hand.send(request(0, { name: "FileAccess.seek", interactionId: 2n }, { streamId: 0x17 }));
  expect(await hand.frame()).toMatchObject({ type: FrameType.error, streamId: 0x17, word: 0x204 });
  expect(files.interactions.map(({ ended }) => ended.aborted)).toEqual([true]);
});
