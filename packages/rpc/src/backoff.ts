export interface BackoffOptions {
  /** The longest wait after the first failure. Default 100; for `retry` 10. */
  readonly minDelayMs?: number;
  /** The longest wait after many. Default 10 000; for `retry` 1000. */
  readonly maxDelayMs?: number;
  /** From 0 to below 1; for tests. Default `Math.random`. */
  readonly random?: () => number;
}

/**
 * How long to wait after failures: a random time up to a bound that doubles with each ("full jitter"), so that many
 * clients of a server that comes back do not all come at once.
 */
export class Backoff {
  readonly #minDelayMs: number;
  readonly #maxDelayMs: number;
  readonly #random: () => number;
  #failures = 0;

  constructor(options: BackoffOptions) {
    this.#minDelayMs = options.minDelayMs ?? 100;
    this.#maxDelayMs = options.maxDelayMs ?? 10_000;
    this.#random = options.random ?? Math.random;
  }

  failed(): void {
    this.#failures++;
  }

  /** What had begun well is over. Unless it outlived the wait that a failure brings, it was one. */
  ended(livedMs: number): void {
    this.failed();
    if (livedMs > this.#boundMs()) this.#failures = 0;
  }

  /** How long to wait now; 0 without a failure. */
  nextDelayMs(): number {
    return this.#failures === 0 ? 0 : this.#boundMs() * this.#random();
  }

  #boundMs(): number {
    return Math.min(this.#maxDelayMs, this.#minDelayMs * 2 ** (this.#failures - 1));
  }
}
