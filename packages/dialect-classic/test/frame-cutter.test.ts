import { type Limits, limits } from "@seapink/core";
import { bytes, expectCode, hex, splits } from "@seapink/testing";
import { expect, test } from "vitest";
import { frameCutter } from "../src/frame-cutter.ts";

const small = limits({ maxFrameBytes: 16 });

function firstFrame(limits: Limits, chunks: Iterable<Uint8Array>): string | undefined {
  const cutter = frameCutter(limits);
  let frame: Uint8Array | undefined;
  for (const chunk of chunks) {
    cutter.push(chunk);
    frame ??= cutter.next();
  }
  return frame && hex(frame);
}

test.each([
  ["00000000", "invalid_data"],
  ["ffffffff", "negative_size"],
  ["80000000", "negative_size"],
  ["00000011", "frame_too_large"],
  ["7fffffff", "frame_too_large"],
])("refuses the length %s with %s, however it is cut", (length, code) => {
  for (const chunks of splits(bytes(length))) expectCode(() => firstFrame(small, chunks), code);
});

test("takes a frame as large as the limit, and one of a byte", () => {
  const frame = Uint8Array.of(0, 0, 0, 16, ...Array(16).keys());
  expect(firstFrame(small, [frame])).toBe(hex(frame.subarray(4)));
  expect(firstFrame(small, [bytes("00000001 aa 00")])).toBe("aa");
});

test("reads all four bytes of a length", () => {
  expect(firstFrame(limits({ maxFrameBytes: 0x7fff_ffff }), [bytes("01020304 aa")])).toBeUndefined();
  const frame = new Uint8Array(4 + 0x010203);
  frame.set(bytes("00010203"));
  expect(firstFrame(limits(), [frame])).toBe(hex(frame.subarray(4)));
});
