import { type Address, formatAddress, type Framing } from "@seapink/addresses";

const carriesHeaders: Readonly<Record<Framing, boolean>> = { framed: false, unframed: false };

/** A line about headers that nobody is going to get, since the messages of an address have none. */
export function unsentHeaders(address: Address, headers: ReadonlyMap<string, string>): string | undefined {
  const { speech } = address;
  // A client takes framed messages where any dialect is spoken.
  const isSent = speech.dialect === "rocket" || carriesHeaders[speech.dialect === "any" ? "framed" : speech.framing];
  if (isSent || headers.size === 0) return undefined;
  return `-H: ${[...headers.keys()].join(", ")} not sent, since ${formatAddress(address)} carries no headers`;
}
