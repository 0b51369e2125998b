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

/** How our client speaks. */
export function clientDialect({ framing, protocol, multiplexed }: Combination): Dialect {
  const options = { protocols: [protocolOf[protocol]()], multiplexed };
  return framing === "framed" ? framed(options) : unframed(options);
}

/** What our server understands: everything on one port, told apart by the first bytes, so that each row tries that too. */
export function serverDialects({ protocol }: Combination): readonly Dialect[] {
  const protocols = [binary(), compact(), protocol === "json-lenient" ? protocolOf[protocol]() : json()];
  return [framed({ protocols }), unframed({ protocols })];
}
