import { bytes } from "@seapink/testing";
import { decodeBytes, type DecodeBytesOptions } from "../../src/decode/decode-bytes.ts";
import { decodedText } from "../../src/decode/text.ts";

/** What is shown of bytes, line by line, without the first; an error is the last line. */
export function shown(hex: string | Uint8Array, options?: DecodeBytesOptions): readonly string[] {
  const decoded = decodeBytes(typeof hex === "string" ? bytes(hex) : hex, options);
  const { error } = decoded;
  const [, ...lines] = decodedText(decoded).split("\n");
  return error === undefined ? lines : [...lines, `${error.message} at ${error.offset}`];
}
