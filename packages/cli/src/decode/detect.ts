import { bestProtocol } from "./best-struct.ts";
import { markedProtocol, messageProtocol } from "./protocols.ts";
import type { Kind } from "./kinds.ts";
import { looksLikeFrame, rocketFit } from "./rocket/plausible.ts";
import { magicOf } from "./theader.ts";

const lengthBytes = 4;

/** What bytes are, by what they say most surely: a mark first, then lengths that come out even, and then what can be read. */
export function detect(bytes: Uint8Array): Kind {
  const behindLength = bytes.subarray(lengthBytes);
  const isLength = bytes.length > lengthBytes && (bytes[0] as number) <= 0x7f;
  if (markedProtocol(bytes) !== undefined) return "unframed";
  if (isLength && markedProtocol(behindLength) !== undefined) return "framed";
  const magic = isLength ? ((bytes[4] as number) << 8) | (bytes[5] ?? 0) : 0;
  if (magic === magicOf.theader) return "theader";
  if (magic === magicOf.ttheader && bytes.length >= 14) return "ttheader";
  const rocket = rocketFit(bytes);
  if (rocket === "whole") return "rocket";
  if (messageProtocol(bytes) !== undefined) return "unframed";
  if (isLength && messageProtocol(behindLength) !== undefined) return "framed";
  const { fit } = bestProtocol(bytes);
  if (fit === "whole") return "struct";
  if (rocket === "cut") return "rocket";
  if (fit === "cut") return "struct";
  return looksLikeFrame(bytes) ? "rocket-frame" : "struct";
}
