export const framings = ["framed", "unframed"] as const;
export const protocols = ["binary", "compact", "json"] as const;

export type FramingName = (typeof framings)[number];
/** `json-lenient`: ours reads what peers write though it is no JSON, and both have keys of any type. */
export type ProtocolName = (typeof protocols)[number] | "json-lenient";

/** One way to speak: what client and server of a row have in common. */
export interface Combination {
  readonly framing: FramingName;
  readonly protocol: ProtocolName;
  readonly multiplexed: boolean;
  readonly tls: boolean;
}

export const combinations: readonly Combination[] = framings.flatMap((framing) => [
  ...[false, true].flatMap((tls) =>
    [false, true].flatMap((multiplexed) => protocols.map((protocol) => ({ framing, protocol, multiplexed, tls }))),
  ),
  // What differs is in the protocol alone.
  { framing, protocol: "json-lenient", multiplexed: false, tls: false },
]);

/** One word: `framed`, `unframed+multiplexed+tls`. */
export function dialectName({ framing, multiplexed, tls }: Combination): string {
  return `${framing}${multiplexed ? "+multiplexed" : ""}${tls ? "+tls" : ""}`;
}
