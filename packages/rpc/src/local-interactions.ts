import type { Interaction } from "@seapink/core";

/**
 * The interactions of a local channel. What the other side knows of one is its own, which ends with the channel, too: a
 * handler that passes calls on lets go of it then.
 */
export class LocalInteractions {
  readonly #closed: AbortSignal;
  readonly #received: WeakMap<Interaction, Interaction> = new WeakMap();

  constructor(closed: AbortSignal) {
    this.#closed = closed;
  }

  /** The one that stands for it on the other side. */
  received(of: Interaction): Interaction {
    let received = this.#received.get(of);
    if (received === undefined) {
      received = { name: of.name, ended: AbortSignal.any([of.ended, this.#closed]) };
      this.#received.set(of, received);
    }
    return received;
  }
}
