import type { Address } from "@seapink/addresses";
import { isThriftError, isTransportError, TransportError } from "@seapink/core";

/**
 * The error of a connection that was lost, with its cause: on one line. Where the peer ended it and has answered nothing,
 * it may speak something else than the address says.
 * @param isAnswered whether the peer has answered anything
 */
export function explainedLoss(error: unknown, address: Address, isAnswered: boolean): unknown {
  if (!isTransportError(error) || !(error.code === "closed" || error.code === "not_open")) return error;
  const { code, message, cause, mayHaveRun } = error;
  const why = isThriftError(cause) ? `: ${cause.message}` : "";
  const isPeers = code === "closed" && (cause === undefined || (isTransportError(cause) && cause.code === "closed"));
  const hint = isPeers && !isAnswered ? `; does it speak ${spokenAt(address)}?` : "";
  return new TransportError(code, `${message}${why}${hint}`, { cause: error, mayHaveRun });
}

function spokenAt({ place, speech }: Address): string {
  const name = nameOf(speech);
  return place.path === undefined && place.tls !== undefined ? `${name} over TLS` : name;
}

function nameOf(speech: Address["speech"]): string {
  switch (speech.dialect) {
    case "any":
      return "framed binary";
    case "rocket":
      return "Rocket";
    case "classic":
      return `${speech.framing} ${speech.protocol}`;
  }
}
