import type { Interaction } from "@seapink/core";

/** An interaction together with the right to end it. */
export interface InteractionIdentity {
  readonly interaction: Interaction;
  /** Tells whoever carries the interaction that it is over. Ending twice is ending once. */
  readonly end: (reason?: unknown) => void;
}

/** A new identity, for the client's side. */
export function newInteraction(name: string): InteractionIdentity {
  const ended = new AbortController();
  return {
    interaction: { name, ended: ended.signal },
    end: (reason) => ended.abort(reason),
  };
}
