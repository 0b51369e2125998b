import { FrameCutter, type SizeAt } from "@seapink/conversation";
import { bytes, pieces, splits } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { cut } from "./cut.ts";

/** The same frames with words of four, three and one bytes before them. */
const forms: readonly (readonly [lengthBytes: number, frames: string])[] = [
  [4, "00000001 aa | 00000004 01020304 | 00000000 | 00000002 bbcc"],
  [3, "000001 aa | 000004 01020304 | 000000 | 000002 bbcc"],
  [1, "01 aa | 04 01020304 | 00 | 02 bbcc"],
];
const payloads = ["aa", "01020304", "", "bbcc"];

/** Takes any length whose last byte is not 0xff. */
function sizeOf(lengthBytes: number): SizeAt {
  return (bytes, at) => {
    const word = bytes.subarray(at, at + lengthBytes);
    if (word.length < lengthBytes) throw new RangeError("asked for a length that has not come");
    if (word.at(-1) === 0xff) throw new RangeError("refused");
    return word.reduce((size, byte) => size * 256 + byte, 0);
  };
}

describe.each(forms)("behind %i bytes of length", (lengthBytes, frames) => {
  const makeCutter = (): FrameCutter => new FrameCutter(lengthBytes, sizeOf(lengthBytes));

  test("finds the same frames however the bytes are cut", () => {
    for (const chunks of splits(bytes(frames))) {
      const cutter = makeCutter();
      expect(cut(cutter, chunks)).toEqual(payloads);
      expect(cutter.isPartial).toBe(false);
    }
  });

  test.each([[[3, 1]], [[0, 5]], [[2, 9, 1]], [[23]]])("finds them in pieces of %j", (sizes) => {
    expect(cut(makeCutter(), pieces(bytes(frames), sizes))).toEqual(payloads);
  });

  test("keeps what was not asked for, and finds it with what comes behind", () => {
    const cutter = makeCutter();
    for (const chunk of pieces(bytes(frames), [7])) cutter.push(chunk);
    expect(cutter.isPartial).toBe(true);
    expect(cut(cutter, [new Uint8Array(0)])).toEqual(payloads);
  });

  test("throws what judges the length, however it is cut", () => {
    for (const chunks of splits(new Uint8Array(lengthBytes).fill(0xff))) {
      expect(() => cut(makeCutter(), chunks)).toThrow("refused");
    }
  });
});

test("knows at every byte whether a frame has begun", () => {
  const cutter = new FrameCutter(4, sizeOf(4));
  const begun = Array.from(bytes("00000002 bbcc"), (byte) => {
    cut(cutter, [Uint8Array.of(byte)]);
    return cutter.isPartial;
  });
  expect(begun).toEqual([true, true, true, true, true, false]);
});

test("hands over views of a chunk, and copies only what was cut", () => {
  const chunk = bytes("00000001 aa | 00000004 01020304 | 00000002 bbcc");
  const cutter = new FrameCutter(4, sizeOf(4));
  cutter.push(chunk.subarray(0, 10));
  expect(cutter.next()?.buffer).toBe(chunk.buffer);
  expect(cutter.next()).toBeUndefined();
  cutter.push(chunk.subarray(10));
  expect(cutter.next()?.buffer).not.toBe(chunk.buffer);
  expect(cutter.next()?.buffer).toBe(chunk.buffer);
});

test("takes no memory for bytes that a length promises", () => {
  const cutter = new FrameCutter(4, sizeOf(4));
  cutter.push(bytes("7fffff00 01"));
  expect(cutter.next()).toBeUndefined();
  cutter.push(bytes("02"));
  expect(cutter.next()).toBeUndefined();
  expect(cutter.isPartial).toBe(true);
});
