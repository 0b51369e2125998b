import type { Protocol } from "@seapink/core";

/** The protocol of a message, by its first bytes. Where only one is accepted, its reader is the better judge. */
export function protocolOf(message: Uint8Array, protocols: readonly Protocol[]): Protocol | undefined {
  if (protocols.length === 1) return protocols[0];
  return protocols.find((protocol) => protocol.detect(message) === "yes");
}
