import type { Lane, Limits } from "@seapink/core";

/** Two lanes that are each other's peers. */
export interface LanePair {
  readonly lanes: readonly [Lane, Lane];
  /** Whether a peer can tell a broken connection from one that was closed; unix sockets and TLS do not show it. */
  readonly showsBreaks: boolean;
  /** Breaks the connection as a crash of the second lane's process does: without a goodbye. */
  readonly vanish: () => void;
  /** Resolves when both lanes have given back what they held: sockets, timers. */
  readonly released: () => Promise<unknown>;
}

/** Opens a pair whose lanes have these limits. */
export type MakeLanePair = (limits: Limits) => Promise<LanePair>;
