import { alarm, deadlines } from "@seapink/core";

export interface BackoffOptions {
  /** The longest wait after the first failure. Default 100. */
  readonly minDelayMs?: number;
  /** The longest wait after many. Default 10 000. */
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

  succeeded(): void {
    this.#failures = 0;
  }

  /** How long to wait now; 0 without a failure. */
  nextDelayMs(): number {
    if (this.#failures === 0) return 0;
    const bound = Math.min(this.#maxDelayMs, this.#minDelayMs * 2 ** Math.min(this.#failures - 1, 30));
    return bound * this.#random();
  }

  /** Waits that long, or rejects with the signal's reason. */
  wait(signal: AbortSignal): Promise<void> {
    const delayMs = this.nextDelayMs();
    if (delayMs === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        deadlines.delete(timer);
        reject(signal.reason);
      };
      const timer = alarm(delayMs, () => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      });
      signal.addEventListener("abort", onAbort, { once: true });
    });
  }
}
