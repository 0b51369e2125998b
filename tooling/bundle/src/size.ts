import { brotliCompressSync, gzipSync } from "node:zlib";

/** How many bytes a script has: as it is, and as servers send it. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

export function sizeOf(code: string): Size {
  const bytes = new TextEncoder().encode(code);
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}
