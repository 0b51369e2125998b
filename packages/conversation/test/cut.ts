import type { Cutter } from "@seapink/conversation";
import { hex } from "@seapink/testing";

/** What a cutter finds in these chunks, asked after each. */
export function cut(cutter: Cutter, chunks: Iterable<Uint8Array>): string[] {
  const found: string[] = [];
  for (const chunk of chunks) {
    cutter.push(chunk);
    for (let message = cutter.next(); message !== undefined; message = cutter.next()) found.push(hex(message));
  }
  return found;
}
