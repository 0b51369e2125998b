import type { Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import type { Address, ClassicSpeech, ProtocolName, RocketProtocolName, RocketSpeech, Speech } from "./address.ts";

export const protocols: Readonly<Record<ProtocolName, Protocol>> = {
  binary: binary(),
  compact: compact(),
  json: json(),
  "compact-fbthrift": compact({ variant: "fbthrift" }),
};

/** Rocket's compact is fbthrift's. */
export const rocketProtocols: Readonly<Record<RocketProtocolName, Protocol>> = {
  compact: protocols["compact-fbthrift"],
  binary: protocols.binary,
};

/** What a client of this address writes its arguments in. */
export function protocolOf({ speech }: Address): Protocol {
  const spoken = clientSpeech(speech);
  return spoken.dialect === "rocket" ? rocketProtocols[spoken.protocol] : protocols[spoken.protocol];
}

/** What a client speaks: where a server understands everything, framed binary. */
export function clientSpeech(speech: Speech): ClassicSpeech | RocketSpeech {
  return speech.dialect === "any" ? { dialect: "classic", framing: "framed", protocol: "binary" } : speech;
}
