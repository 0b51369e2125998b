import { alarm, deadlines, type Expiring, TransportError } from "@seapink/core";

/** Shut while the other side reads too slowly, for so long and no longer. */
export class WriteGate {
  readonly #timeoutMs: number;
  readonly #onLate: (error: TransportError) => void;
  #late: Expiring | undefined;

  constructor(timeoutMs: number, onLate: (error: TransportError) => void) {
    this.#timeoutMs = timeoutMs;
    this.#onLate = onLate;
  }

  get isShut(): boolean {
    return this.#late !== undefined;
  }

  shut(): void {
    const message = `expected the client to read what is sent within ${this.#timeoutMs} ms`;
    this.#late ??= alarm(this.#timeoutMs, () => this.#onLate(new TransportError("timed_out", message)));
  }

  /** There is room again. */
  open(): void {
    if (this.#late !== undefined) deadlines.delete(this.#late);
    this.#late = undefined;
  }
}
