import type { Dialect, Protocol } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import type { Combination } from "../combination.ts";

const protocolOf: Readonly<Record<string, () => Protocol>> = { binary };

/** Our way to speak as the combination says, or why we cannot. */
export function dialectOf({ framing, protocol, multiplexed, tls }: Combination): Dialect | { readonly lacks: string } {
  const make = protocolOf[protocol];
  if (make === undefined) return { lacks: `ours has no ${protocol} yet` };
  if (multiplexed) return { lacks: "ours has no multiplexing yet" };
  if (tls) return { lacks: "ours has no TLS yet" };
  const options = { protocols: [make()] };
  return framing === "framed" ? framed(options) : unframed(options);
}
