import { bytes, expectCode, hex } from "@seapink/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import { readFrame } from "../../src/frames/read-frame.ts";
import { frameBytes } from "./frame-bytes.ts";
import { frameOf } from "./frame-of.ts";

const metadata = bytes("0102");
const data = bytes("aabbcc");
const { setup, keepAlive, requestResponse, requestFnf, requestStream, requestChannel } = FrameType;
const { requestN, cancel, payload, error, metadataPush, ext } = FrameType;

const frames: readonly (readonly [name: string, hex: string, frame: Partial<Frame>])[] = [
  ["REQUEST_RESPONSE", "00000001 1000 aabbcc", { streamId: 1, type: requestResponse, data }],
  [
    "REQUEST_RESPONSE with metadata",
    "00000001 1100 000002 0102 aabbcc",
    { streamId: 1, type: requestResponse, flags: Flag.metadata, metadata, data },
  ],
  [
    "REQUEST_FNF in fragments",
    "00000003 1580 000002 0102 aabbcc",
    { streamId: 3, type: requestFnf, flags: Flag.metadata | Flag.follows, metadata, data },
  ],
  ["REQUEST_STREAM", "00000005 1800 00000065 aabbcc", { streamId: 5, type: requestStream, word: 101, data }],
  [
    "REQUEST_CHANNEL with metadata",
    "7fffffff 1d40 7fffffff 000002 0102",
    {
      streamId: 0x7fff_ffff,
      type: requestChannel,
      flags: Flag.metadata | Flag.complete,
      word: 0x7fff_ffff,
      metadata,
    },
  ],
  ["REQUEST_N of more than RSocket has", "00000005 2000 ffffffff", { streamId: 5, type: requestN, word: 0xffff_ffff }],
  ["CANCEL", "00000005 2400", { streamId: 5, type: cancel }],
  ["PAYLOAD with empty metadata", "00000005 2960 000000 aabbcc", { streamId: 5, type: payload, flags: 0x160, data }],
  ["PAYLOAD with metadata alone", "00000005 2920 000002 0102", { streamId: 5, type: payload, flags: 0x120, metadata }],
  ["ERROR", "00000007 2c00 00000204 aabbcc", { streamId: 7, type: error, word: 0x204, data }],
  [
    "ERROR with a flag that it does not have",
    "00000007 2d00 00000204",
    { streamId: 7, type: error, flags: 0x100, word: 0x204 },
  ],
  ["METADATA_PUSH", "00000000 3100 0102", { type: metadataPush, flags: Flag.metadata, metadata }],
  ["METADATA_PUSH without its flag", "00000000 3000 0102", { type: metadataPush, metadata }],
  ["KEEPALIVE", "00000000 0c80 0102030405060708 aabbcc", { type: keepAlive, flags: Flag.respond, data }],
  [
    "EXT",
    "00000009 ff00 00000007 000002 0102 aa",
    { streamId: 9, type: ext, flags: 0x300, word: 7, metadata, data: bytes("aa") },
  ],
  ["SETUP, whose parts are read elsewhere", "00000000 0500 aabbcc", { type: setup, flags: 0x100, data }],
  ["a type that nobody has", "00000001 c100 aabbcc", { streamId: 1, type: 0x30, flags: 0x100, data }],
];

test.each(frames)("reads %s", (_, text, frame) => {
  expect(readFrame(bytes(text))).toStrictEqual(frameOf(frame));
});

test("does not look at bits that mean nothing", () => {
  const { streamId, type, flags, word, data: got } = readFrame(bytes("80000005 201f 00000032"));
  expect({ streamId, type, word, size: got.length }).toEqual({ streamId: 5, type: requestN, word: 50, size: 0 });
  expect(flags & ~0x1f).toBe(0);
});

test.each([
  ["", 0],
  ["00000001 10", 0],
  ["00000005 2000 000000", 6],
  ["00000005 1900 000000", 6],
  ["00000005 1900 00000065 0000", 10],
  ["00000005 1900 00000065 000001", 13],
  ["00000001 1100", 6],
  ["00000001 1100 0000", 6],
  ["00000001 1100 000003 0102", 9],
  ["00000001 1100 ffffff 0102", 9],
  ["00000000 0c00 00000000000000", 6],
  ["00000007 2c00 0000", 6],
  ["00000007 fc00 0000", 6],
])("refuses %s, which is too short for what it claims", (text, offset) => {
  expectCode(() => readFrame(bytes(text)), "invalid_data");
  expect(() => readFrame(bytes(text))).toThrow(expect.objectContaining({ offset }));
});

test("hands out views of the frame", () => {
  const frame = bytes("00000001 1100 000002 0102 aabbcc");
  const { metadata, data } = readFrame(frame);
  expect([metadata.buffer, data.buffer]).toEqual([frame.buffer, frame.buffer]);
  expect([metadata.byteOffset, data.byteOffset]).toEqual([9, 11]);
});

test("reads back whatever is written", () => {
  const parts = fc.record({
    streamId: fc.nat(0x7fff_ffff),
    type: fc.constantFrom(requestResponse, requestFnf, requestStream, requestChannel, payload),
    flags: fc.constantFrom(0, Flag.follows, Flag.next, Flag.next | Flag.complete),
    metadata: fc.uint8Array({ maxLength: 300 }),
    data: fc.uint8Array({ maxLength: 300 }),
  });
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 0xffff_ffff }), ({ flags, ...rest }, n) => {
      const hasMetadata = rest.metadata.length > 0;
      const word = rest.type === requestStream || rest.type === requestChannel ? n : 0;
      const frame = { ...rest, word, flags: hasMetadata ? flags | Flag.metadata : flags };
      const { metadata, data, ...others } = readFrame(frameBytes(frame));
      expect({ ...others, metadata: hex(metadata), data: hex(data) }).toEqual({
        ...frame,
        metadata: hex(frame.metadata),
        data: hex(frame.data),
      });
    }),
    { seed: 1 },
  );
});
