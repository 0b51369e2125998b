import type { Dialect, Protocol } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import type { Combination, ProtocolName } from "../combination.ts";

const protocolOf: Readonly<Record<ProtocolName, () => Protocol>> = {
  binary,
  compact,
  json,
  "json-lenient": () => json({ lenient: true, containerKeys: "raw" }),
};

/** Our way to speak as the combination says. */
export function dialectOf({ framing, protocol, multiplexed }: Combination, role: "client" | "server"): Dialect {
  // A server understands names with a service and names without.
  const options = { protocols: [protocolOf[protocol]()], multiplexed: multiplexed && role === "client" };
  return framing === "framed" ? framed(options) : unframed(options);
}
