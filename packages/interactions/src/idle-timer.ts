import { deadlines, Expiring, now } from "@seapink/core";

/**
 * Tells when something has rested for so long. It stays in the wheel while that works, so that a call costs no more than
 * a look at the clock.
 */
export class IdleTimer extends Expiring {
  readonly #limitMs: number;
  readonly #onIdle: () => void;
  #restsSince: number | undefined;
  #isSet = false;

  constructor(limitMs: number, onIdle: () => void) {
    super();
    this.#limitMs = limitMs;
    this.#onIdle = onIdle;
  }

  rest(): void {
    this.#restsSince = now();
    if (!this.#isSet) this.#set(this.#restsSince);
  }

  work(): void {
    this.#restsSince = undefined;
  }

  stop(): void {
    this.#restsSince = undefined;
    this.#isSet = false;
    deadlines.delete(this);
  }

  #set(since: number): void {
    this.#isSet = true;
    deadlines.add(this, since + this.#limitMs);
  }

  override onExpired(): void {
    this.#isSet = false;
    if (this.#restsSince === undefined) return;
    if (this.#restsSince + this.#limitMs > now()) this.#set(this.#restsSince);
    else this.#onIdle();
  }
}
