import type { Compression } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { Compressions } from "../../src/compression/compressions.ts";
import { CompressionAlgorithm } from "../../src/metadata/enums.ts";

function named(name: string): Compression {
  return { name, compress: (bytes) => bytes, decompress: (bytes) => bytes };
}

const zlib = named("zlib");
const zstd = named("zstd");
const both = new Compressions([zlib, zstd]);

test.each([
  ["zlib", zlib],
  ["zlibLess", zlib],
  ["zlibMore", zlib],
  ["zstd", zstd],
  ["zstdLess", zstd],
  ["zstdMore", zstd],
  ["none", undefined],
  ["lz4", undefined],
  ["lz4More", undefined],
  ["custom", undefined],
] as const)("finds what undoes %s, whatever effort was made", (name, compression) => {
  expect(both.find(CompressionAlgorithm[name])).toBe(compression);
});

test.each([4, -1, 99_999, 100_003, 300_000])("finds nothing for %i", (algorithm) => {
  expect(both.find(algorithm)).toBeUndefined();
});

test("knows the number of each", () => {
  expect([zlib, zstd, named("lz4")].map((compression) => both.numberOf(compression))).toEqual([1, 2, 3]);
});

test.each(["brotli", "custom", "constructor"])("refuses %s, which has no number", (name) => {
  expect(() => new Compressions([named(name)])).toThrow(RangeError);
});

describe("a wish", () => {
  test("is granted with what it was made of", () => {
    for (const compression of [zlib, zstd]) expect(both.chosen(both.configOf(compression))).toBe(compression);
    expect(both.configOf(zstd)).toEqual({ codecConfig: { zstdConfig: {} } });
  });

  test("is granted whatever effort it asks for", () => {
    expect(both.chosen({ codecConfig: { zlibConfig: { levelPreset: 2 } } })).toBe(zlib);
  });

  test.each([
    [undefined],
    [{}],
    [{ codecConfig: {} }],
    [{ codecConfig: { lz4Config: {} } }],
    [{ codecConfig: { customConfig: {} } }],
  ])("is not granted: %j", (config) => {
    expect(both.chosen(config)).toBeUndefined();
  });

  test("for what only one side has is not granted", () => {
    expect(new Compressions([zlib]).chosen(both.configOf(zstd))).toBeUndefined();
  });
});
