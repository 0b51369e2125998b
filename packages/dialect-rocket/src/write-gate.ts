import { alarm, deadlines, type Expiring, TransportError } from "@seapink/core";

/** Whoever waits for the other side to read. */
interface Waiting {
  resume(): void;
}

/** Shut while the other side reads too slowly, for so long and no longer. */
export class WriteGate {
  readonly #timeoutMs: number;
  readonly #onLate: (error: TransportError) => void;
  readonly #waiting: Set<Waiting> = new Set();
  #late: Expiring | undefined;

  /** @param timeoutMs how long it may be shut */
  constructor(timeoutMs: number, onLate: (error: TransportError) => void) {
    this.#timeoutMs = timeoutMs;
    this.#onLate = onLate;
  }

  get isShut(): boolean {
    return this.#late !== undefined;
  }

  /** Whether one may write. If not, it is resumed when it may. */
  isFree(waiting: Waiting): boolean {
    if (!this.isShut) return true;
    this.#waiting.add(waiting);
    return false;
  }

  shut(): void {
    const message = `expected the peer to read what is sent within ${this.#timeoutMs} ms`;
    this.#late ??= alarm(this.#timeoutMs, () => this.#onLate(new TransportError("timed_out", message)));
  }

  /** There is room again. Whoever is resumed may shut it. */
  open(): void {
    if (this.#late !== undefined) deadlines.delete(this.#late);
    this.#late = undefined;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const one of waiting) one.resume();
  }
}
