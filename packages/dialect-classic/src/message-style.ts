import type { Protocol } from "@seapink/core";
import type { Framing } from "./framing.ts";
import type { ServiceNames } from "./service-names.ts";

/** What messages look like on a lane: where they end, how they are encoded, and what they are called. */
export interface MessageStyle {
  readonly framing: Framing;
  /** The first is spoken. */
  readonly protocols: readonly [Protocol, ...Protocol[]];
  readonly names: ServiceNames;
}
