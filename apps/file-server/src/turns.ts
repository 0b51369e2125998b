/** One's place among those who want the same thing one after another. */
export class Turn {
  /** Resolves when all before have ended. */
  readonly begun: Promise<void>;
  /** Lets the next one begin, once those before have ended, too. Ending twice is ending once. */
  readonly end: () => void;

  constructor(begun: Promise<void>, end: () => void) {
    this.begun = begun;
    this.end = end;
  }

  /** Waits until the turn has begun, or rejects when the signal is aborted. */
  wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => reject(signal.reason);
      if (signal.aborted) return onAbort();
      signal.addEventListener("abort", onAbort);
      const onBegun = (): void => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      };
      void this.begun.then(onBegun);
    });
  }
}

/** Things that happen one after another, in the order in which they were asked for. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  take(): Turn {
    const begun = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = begun.then(() => promise);
    return new Turn(begun, resolve);
  }
}
