/** What a call does in its turn. It may let the next one begin before it has settled, by `leave`. */
export type Turn<T> = (leave: () => void) => Promise<T>;

interface Waiting {
  readonly begin: () => void;
  readonly fail: (error: unknown) => void;
}

/** Calls in their order: the next one begins when the one before it has left, or settled. */
export class CallQueue {
  /** In their order. Taking the first of many costs the same as of few, unlike in an array. */
  readonly #waiting: Set<Waiting> = new Set();
  #isTaken = false;
  #isAdvancing = false;

  /** Runs at once where nobody is in front. */
  enter<T>(turn: Turn<T>): Promise<T> {
    if (!this.#isTaken && this.#waiting.size === 0) return this.#begin(turn);
    return new Promise((resolve, reject) => {
      this.#waiting.add({ begin: () => resolve(this.#begin(turn)), fail: reject });
    });
  }

  /** Fails what waits; what has begun goes on. */
  fail(errorOf: () => unknown): void {
    for (const { fail } of this.#waiting) fail(errorOf());
    this.#waiting.clear();
  }

  #begin<T>(turn: Turn<T>): Promise<T> {
    this.#isTaken = true;
    let hasLeft = false;
    const leave = (): void => {
      if (hasLeft) return;
      hasLeft = true;
      this.#isTaken = false;
      this.#advance();
    };
    const running = begun(() => turn(leave));
    running.then(leave, leave);
    return running;
  }

  // A loop, since calls that leave at once would otherwise begin inside each other.
  #advance(): void {
    if (this.#isAdvancing) return;
    this.#isAdvancing = true;
    for (const waiting of this.#waiting) {
      if (this.#isTaken) break;
      this.#waiting.delete(waiting);
      waiting.begin();
    }
    this.#isAdvancing = false;
  }
}

/** An error that is thrown before there is a promise is like one after. */
export function begun<T>(call: () => Promise<T>): Promise<T> {
  try {
    return call();
  } catch (error) {
    return Promise.reject(error);
  }
}
