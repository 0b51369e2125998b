import type { Cutter } from "@seapink/conversation";

/** Tells of all bytes that come: who sends a long frame is not silent, however long it takes. */
export class HeardCutter implements Cutter {
  readonly #cutter: Cutter;
  readonly #hear: () => void;

  constructor(cutter: Cutter, hear: () => void) {
    this.#cutter = cutter;
    this.#hear = hear;
  }

  push(bytes: Uint8Array): void {
    this.#hear();
    this.#cutter.push(bytes);
  }

  next(): Uint8Array | undefined {
    return this.#cutter.next();
  }

  get isPartial(): boolean {
    return this.#cutter.isPartial;
  }
}
