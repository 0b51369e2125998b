import { defaultLimits, limits } from "@seapink/core";
import { bytes, expectCode, hex, pieces, splits } from "@seapink/testing";
import { expect, test } from "vitest";
import { FrameCutter } from "../src/frame-cutter.ts";

const frames = "00000001 aa | 00000004 01020304 | 00000002 bbcc";
const payloads = ["aa", "01020304", "bbcc"];

function cut(cutter: FrameCutter, chunks: Iterable<Uint8Array>): string[] {
  const found: string[] = [];
  for (const chunk of chunks) {
    cutter.push(chunk);
    for (let frame = cutter.next(); frame !== undefined; frame = cutter.next()) found.push(hex(frame));
  }
  return found;
}

test("finds the same frames however the bytes are cut", () => {
  for (const chunks of splits(bytes(frames))) {
    const cutter = new FrameCutter(defaultLimits);
    expect(cut(cutter, chunks)).toEqual(payloads);
    expect(cutter.isPartial).toBe(false);
  }
});

test.each([[[3, 1]], [[0, 5]], [[2, 9, 1]], [[19]]])("finds them in pieces of %j", (sizes) => {
  expect(cut(new FrameCutter(defaultLimits), pieces(bytes(frames), sizes))).toEqual(payloads);
});

test("knows at every byte whether a frame has begun", () => {
  const cutter = new FrameCutter(defaultLimits);
  const begun = Array.from(bytes("00000002 bbcc"), (byte) => {
    cut(cutter, [Uint8Array.of(byte)]);
    return cutter.isPartial;
  });
  expect(begun).toEqual([true, true, true, true, true, false]);
});

test("keeps what was not asked for, and finds it with what comes behind", () => {
  const cutter = new FrameCutter(defaultLimits);
  for (const chunk of pieces(bytes(frames), [7])) cutter.push(chunk);
  expect(cutter.isPartial).toBe(true);
  expect(cut(cutter, [new Uint8Array(0)])).toEqual(payloads);
});

test.each([
  ["00000000", "invalid_data"],
  ["ffffffff", "negative_size"],
  ["80000000", "negative_size"],
  ["00000011", "frame_too_large"],
  ["7fffffff", "frame_too_large"],
])("refuses the length %s with %s, however it is cut", (length, code) => {
  for (const chunks of splits(bytes(length))) {
    expectCode(() => cut(new FrameCutter(limits({ maxFrameBytes: 16 })), chunks), code);
  }
});

test("takes a frame as large as the limit", () => {
  const frame = Uint8Array.of(0, 0, 0, 16, ...Array(16).keys());
  expect(cut(new FrameCutter(limits({ maxFrameBytes: 16 })), [frame])).toEqual([hex(frame.subarray(4))]);
});

test("hands over views of a chunk, and copies only what was cut", () => {
  const chunk = bytes(frames);
  const cutter = new FrameCutter(defaultLimits);
  cutter.push(chunk.subarray(0, 10));
  expect(cutter.next()?.buffer).toBe(chunk.buffer);
  expect(cutter.next()).toBeUndefined();
  cutter.push(chunk.subarray(10));
  expect(cutter.next()?.buffer).not.toBe(chunk.buffer);
  expect(cutter.next()?.buffer).toBe(chunk.buffer);
});

test("takes no memory for bytes that a length promises", () => {
  const cutter = new FrameCutter(limits({ maxFrameBytes: 2_147_483_647 }));
  expect(cut(cutter, [bytes("7fffffff 01"), bytes("02")])).toEqual([]);
  expect(cutter.isPartial).toBe(true);
});
