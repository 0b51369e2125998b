import { deadlines, Expiring, now } from "@seapink/core";

/** Looks now and then whether anything came from the other side. */
abstract class SilenceWatch extends Expiring {
  readonly #tickMs: number;
  #wasHeard = false;
  #lastHeard: number = now();

  constructor(tickMs: number) {
    super();
    this.#tickMs = tickMs;
    deadlines.add(this, now() + tickMs);
  }

  /** Something came. The clock is read once for many of them. */
  hear(): void {
    this.#wasHeard = true;
  }

  /** Looks. @returns whether to go on looking */
  protected abstract look(silentMs: number): boolean;

  override onExpired(): void {
    if (this.#wasHeard) this.#lastHeard = now();
    this.#wasHeard = false;
    if (this.look(now() - this.#lastHeard)) deadlines.add(this, now() + this.#tickMs);
  }

  /** Looks no longer. */
  stop(): void {
    deadlines.delete(this);
  }
}

/** So many keepalives may stay without an answer. */
const unanswered = 2;

/** What a client does to see that its server is there: it asks, and is answered (RSocket protocol, § KEEPALIVE). */
export class KeepAlive extends SilenceWatch {
  readonly #intervalMs: number;
  readonly #ask: () => void;
  readonly #onSilent: (silentMs: number) => void;

  /** @param intervalMs `Infinity` never asks */
  constructor(intervalMs: number, ask: () => void, onSilent: (silentMs: number) => void) {
    super(intervalMs);
    this.#intervalMs = intervalMs;
    this.#ask = ask;
    this.#onSilent = onSilent;
  }

  protected override look(silentMs: number): boolean {
    const isSilent = silentMs >= unanswered * this.#intervalMs;
    if (isSilent) this.#onSilent(silentMs);
    else this.#ask();
    return !isSilent;
  }
}

/** So often a server looks within the time that a client may be silent. */
const looks = 8;

/** What a server does to see that its client is there: it waits for what the client has promised to send. */
export class ClientWatch extends SilenceWatch {
  readonly #silenceMs: number;
  readonly #mayEnd: () => boolean;
  readonly #onSilent: (silentMs: number) => void;

  /**
   * @param silenceMs how long the client may be silent; it is noticed within an eighth more
   * @param mayEnd whether a silent client is to be given up now
   */
  constructor(silenceMs: number, mayEnd: () => boolean, onSilent: (silentMs: number) => void) {
    super(silenceMs / looks);
    this.#silenceMs = silenceMs;
    this.#mayEnd = mayEnd;
    this.#onSilent = onSilent;
  }

  // As long as it waits for us, its time has not begun.
  protected override look(silentMs: number): boolean {
    const mayEnd = this.#mayEnd();
    const isOver = mayEnd && silentMs >= this.#silenceMs;
    if (isOver) this.#onSilent(silentMs);
    else if (!mayEnd) this.hear();
    return !isOver;
  }
}
