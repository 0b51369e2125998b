import { defaultLimits, limits } from "@seapink/core";
import { bytes, expectCode, hex, splits } from "@seapink/testing";
import { expect, test } from "vitest";
import { rocketCutter } from "../../src/frames/frame-cutter.ts";

function cut(kind: "bytes" | "frames", chunks: Iterable<Uint8Array>, limits = defaultLimits): string[] {
  const cutter = rocketCutter(kind, limits);
  const found: string[] = [];
  for (const chunk of chunks) {
    cutter.push(chunk);
    for (let frame = cutter.next(); frame !== undefined; frame = cutter.next()) found.push(hex(frame));
  }
  return found;
}

const cancel = "00000005 2400";
const request = "00000001 1000 aabbcc";

test("finds frames behind their length on a lane of bytes, however it is cut", () => {
  for (const chunks of splits(bytes(`000006 ${cancel} 000009 ${request}`))) {
    expect(cut("bytes", chunks)).toEqual([hex(bytes(cancel)), hex(bytes(request))]);
  }
});

test("takes frames as they are on a lane of frames", () => {
  expect(cut("frames", [bytes(cancel), bytes(request)])).toEqual([hex(bytes(cancel)), hex(bytes(request))]);
});

const sizes: readonly (readonly [size: number, code: string])[] = [
  [0, "invalid_data"],
  [5, "invalid_data"],
  [17, "frame_too_large"],
  [0xff_ffff, "frame_too_large"],
];

test.each(sizes)("refuses a frame of %i bytes with %s", (size, code) => {
  const few = limits({ maxFrameBytes: 16 });
  const length = Uint8Array.of(size >> 16, size >> 8, size);
  for (const chunks of splits(length)) expectCode(() => cut("bytes", chunks, few), code);
  expectCode(() => cut("frames", [new Uint8Array(size)], few), code);
});

test("takes the smallest and the largest frame", () => {
  const few = limits({ maxFrameBytes: 9 });
  expect(cut("bytes", [bytes(`000006 ${cancel} 000009 ${request}`)], few)).toHaveLength(2);
  expect(cut("frames", [bytes(cancel), bytes(request)], few)).toHaveLength(2);
});

test("takes no larger frame than three bytes can tell, whatever the limit", () => {
  const all = limits({ maxFrameBytes: Number.POSITIVE_INFINITY });
  expectCode(() => cut("frames", [new Uint8Array(0x100_0000)], all), "frame_too_large");
  expect(cut("frames", [new Uint8Array(0xff_ffff)], all)).toHaveLength(1);
});

test("takes as much as C++ puts into a frame, which is more than the default for plain Thrift", () => {
  const ofCpp = 0xff_ffff - 512 + 9;
  expect(ofCpp).toBeGreaterThan(defaultLimits.maxFrameBytes);
  expect(cut("frames", [new Uint8Array(ofCpp)])).toHaveLength(1);
});
