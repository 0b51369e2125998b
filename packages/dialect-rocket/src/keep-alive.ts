import { deadlines, Expiring, now } from "@seapink/core";

/** Watches a connection for silence: what the other side owes is a frame now and then. */
export abstract class SilenceWatch extends Expiring {
  #heard: number = now();

  /** A frame came. */
  hear(): void {
    this.#heard = now();
  }

  protected get silentMs(): number {
    return now() - this.#heard;
  }

  protected wait(delayMs: number): void {
    deadlines.add(this, now() + delayMs);
  }

  /** Watches no longer. */
  stop(): void {
    deadlines.delete(this);
  }
}

/** What a client does to see that its server is there: it asks, and is answered (RSocket protocol, § KEEPALIVE). */
export class KeepAlive extends SilenceWatch {
  readonly #intervalMs: number;
  readonly #ask: () => void;
  readonly #onSilent: (silentMs: number) => void;

  /** @param intervalMs `Infinity` never asks */
  constructor(intervalMs: number, ask: () => void, onSilent: (silentMs: number) => void) {
    super();
    this.#intervalMs = intervalMs;
    this.#ask = ask;
    this.#onSilent = onSilent;
    this.wait(intervalMs);
  }

  // Asked twice and not answered.
  override onExpired(): void {
    const { silentMs } = this;
    if (silentMs >= 2 * this.#intervalMs) return this.#onSilent(silentMs);
    this.#ask();
    this.wait(this.#intervalMs);
  }
}

/** What a server does to see that its client is there: it waits for what the client has promised to send. */
export class ClientWatch extends SilenceWatch {
  readonly #silenceMs: number;
  readonly #mayEnd: () => boolean;
  readonly #onSilent: (silentMs: number) => void;

  /**
   * @param silenceMs how long the client may be silent
   * @param mayEnd whether a silent client is to be given up now; if not, it has as long again
   */
  constructor(silenceMs: number, mayEnd: () => boolean, onSilent: (silentMs: number) => void) {
    super();
    this.#silenceMs = silenceMs;
    this.#mayEnd = mayEnd;
    this.#onSilent = onSilent;
    this.wait(silenceMs);
  }

  override onExpired(): void {
    const { silentMs } = this;
    if (silentMs < this.#silenceMs) this.wait(this.#silenceMs - silentMs);
    else if (this.#mayEnd()) this.#onSilent(silentMs);
    else this.wait(this.#silenceMs);
  }
}
