import { zlib, zstd } from "@seapink/core/node";
import { defaultLimits } from "@seapink/core";
import { BrokenBytes, reading } from "./broken-bytes.ts";
import { offsetIn, type Region } from "./tree.ts";

const compressions = { zlib, zstd };

/** What was compressed; it has no place in the input. */
export function inflated(region: Region, name: string): Region {
  if (!Object.hasOwn(compressions, name)) {
    throw new BrokenBytes(`expected zlib or zstd, got ${name}, which is not read here`, offsetIn(region, 0));
  }
  const compression = compressions[name as keyof typeof compressions]();
  return {
    bytes: reading(region, () => compression.decompress(region.bytes, defaultLimits.maxMessageBytes)),
    base: undefined,
  };
}
