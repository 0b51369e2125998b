/** What Node does better than portable code could: compression. */
export { zlib, type ZlibOptions } from "./zlib.ts";
export { zstd, type ZstdOptions } from "./zstd.ts";
