import type { Detection } from "@seapink/core";
import { isWhitespace } from "./bytes.ts";
import { beginning } from "./message-header.ts";

/** Whether bytes begin a message, with or without whitespace between the tokens. */
export function detect(first: Uint8Array): Detection {
  let found = 0;
  for (const byte of first) {
    if (byte === beginning[found]) found++;
    else if (!isWhitespace(byte)) return "no";
    if (found === beginning.length) return "yes";
  }
  return "more";
}
