import type { Protocol } from "@seapink/core";

/** `more`: too few bytes to say; `undefined`: none of those that are accepted. */
export type Choice = Protocol | "more" | undefined;

/** The protocol of a message, by its first bytes. Where only one is accepted, its reader is the better judge. */
export function chooseProtocol(first: Uint8Array, protocols: readonly Protocol[]): Choice {
  if (protocols.length === 1) return protocols[0];
  for (const protocol of protocols) {
    const answer = protocol.detect(first);
    if (answer !== "no") return answer === "yes" ? protocol : answer;
  }
  return undefined;
}
