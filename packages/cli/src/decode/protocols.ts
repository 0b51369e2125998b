import type { Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import { type ProtocolName, protocolNames } from "./kinds.ts";

/** As tolerant as can be: what is to be looked at may well be wrong. */
export const protocols: Readonly<Record<ProtocolName, Protocol>> = {
  binary: binary({ oldHeader: "accept" }),
  compact: compact(),
  "compact-fbthrift": compact({ variant: "fbthrift" }),
  json: json({ lenient: true, containerKeys: "raw" }),
};

const strictBinary = binary();

/** What a message is surely in, by how it begins: all but old binary messages have a mark of their own. */
export function markedProtocol(bytes: Uint8Array): ProtocolName | undefined {
  return protocolNames.find((name) => {
    const answer = (name === "binary" ? strictBinary : protocols[name]).detect(bytes);
    return answer === "yes" || (answer === "more" && bytes.length >= 2);
  });
}

/** The same, with old binary messages, which begin with a short length and a name. */
export function messageProtocol(bytes: Uint8Array): ProtocolName | undefined {
  return markedProtocol(bytes) ?? (protocols.binary.detect(bytes) === "yes" ? "binary" : undefined);
}
