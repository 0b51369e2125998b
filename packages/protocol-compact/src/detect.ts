import { type Detection, isMessageType } from "@seapink/core";
import { protocolId, typeShift, versionMask } from "./message-header.ts";
import type { Variant } from "./variant.ts";

/** Whether bytes begin a message (§ message): 0x82, then type and version in one byte. */
export function detect(first: Uint8Array, variant: Variant): Detection {
  const [id, second] = first;
  if (id === undefined) return "more";
  if (id !== protocolId) return "no";
  if (second === undefined) return "more";
  return (second & versionMask) === variant.version && isMessageType(second >> typeShift) ? "yes" : "no";
}
