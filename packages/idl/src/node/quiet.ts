/** How often what comes late may put off the run. */
const patience = 10;

/** Runs something once it has become quiet, or has not for ten times as long. */
export class Quiet {
  readonly #quietMs: number;
  readonly #run: () => void;
  #timer: NodeJS.Timeout | undefined;
  #latest = 0;

  constructor(quietMs: number, run: () => void) {
    this.#quietMs = quietMs;
    this.#run = run;
  }

  /** Something happened. */
  touch(): void {
    const now = performance.now();
    if (this.#timer === undefined) this.#latest = now + this.#quietMs * patience;
    clearTimeout(this.#timer);
    const delayMs = Math.min(this.#quietMs, Math.round(this.#latest - now));
    this.#timer = setTimeout(() => this.#fire(), Math.max(0, delayMs));
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #fire(): void {
    this.#timer = undefined;
    this.#run();
  }
}
