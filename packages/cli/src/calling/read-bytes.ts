import type { Readable } from "node:stream";
import { UsageError } from "../usage-error.ts";

/**
 * All bytes of a stream, of which no more is read than may be sent.
 * @throws UsageError beyond that
 */
export async function readBytes(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new UsageError(`expected at most ${maxBytes} bytes, got more`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
