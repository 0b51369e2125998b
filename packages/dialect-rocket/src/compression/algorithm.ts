import type { Compression } from "@seapink/core";
import { CompressionAlgorithm as Algorithm } from "../metadata/enums.ts";

// Nothing here speaks LZ4: its numbers are for who brings a `Compression` of that name.

/** What is decoded alike, whatever effort was made, by the name that a `Compression` has. */
const familyOf: ReadonlyMap<number, string> = new Map([
  [Algorithm.zlib, "zlib"],
  [Algorithm.zlibLess, "zlib"],
  [Algorithm.zlibMore, "zlib"],
  [Algorithm.zstd, "zstd"],
  [Algorithm.zstdLess, "zstd"],
  [Algorithm.zstdMore, "zstd"],
  [Algorithm.lz4, "lz4"],
  [Algorithm.lz4Less, "lz4"],
  [Algorithm.lz4More, "lz4"],
]);

const numbers: ReadonlyMap<string, number> = new Map([
  ["zlib", Algorithm.zlib],
  ["zstd", Algorithm.zstd],
  ["lz4", Algorithm.lz4],
]);

/** The name of what decodes an algorithm of the wire, if it has one. */
export function nameOfAlgorithm(algorithm: number): string | undefined {
  return familyOf.get(algorithm);
}

/** @throws RangeError for what Rocket has no number for */
export function algorithmOf({ name }: Compression): number {
  const number = numbers.get(name);
  if (number !== undefined) return number;
  throw new RangeError(`expected a compression that Rocket has a number for, zlib, zstd or lz4, got ${name}`);
}
