import { deflateSync, inflateSync } from "node:zlib";
import type { Compression } from "../compression.ts";
import { checkLevel, inflate, plain } from "./inflate.ts";

export interface ZlibOptions {
  /** From 0, which only wraps, to 9, the smallest; default 6. */
  readonly level?: number;
}

/**
 * The zlib format (RFC 1950), by Node.
 * @throws RangeError for a level that there is not
 */
export function zlib({ level }: ZlibOptions = {}): Compression {
  checkLevel(level, 0, 9);
  const options = level === undefined ? {} : { level };
  return {
    name: "zlib",
    compress: (bytes) => plain(deflateSync(bytes, options)),
    decompress: (bytes, maxBytes) => inflate("zlib", bytes, maxBytes, (options) => inflateSync(bytes, options)),
  };
}
