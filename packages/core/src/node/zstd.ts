// Not by name: an older Node would refuse to load a module that imports what it has not.
import * as node from "node:zlib";
import type { Compression } from "../compression.ts";
import { checkLevel, inflate, plain } from "./inflate.ts";

export interface ZstdOptions {
  /** From 1 to 22, the smallest; default 3. */
  readonly level?: number;
}

/**
 * The zstd format (RFC 8878), by Node 22.15 or 23.8 and later.
 * @throws TypeError where Node has none
 * @throws RangeError for a level that there is not
 */
export function zstd({ level }: ZstdOptions = {}): Compression {
  const { zstdCompressSync, zstdDecompressSync } = node as Partial<typeof node>;
  if (zstdCompressSync === undefined || zstdDecompressSync === undefined)
    throw new TypeError(`expected a Node with zstd, from 22.15 or 23.8 on, got ${process.version}`);
  checkLevel(level, 1, 22);
  const options = level === undefined ? {} : { params: { [node.constants.ZSTD_c_compressionLevel]: level } };
  return {
    name: "zstd",
    compress: (bytes) => plain(zstdCompressSync(bytes, options)),
    decompress: (bytes, maxBytes) => inflate("zstd", bytes, maxBytes, (options) => zstdDecompressSync(bytes, options)),
  };
}
