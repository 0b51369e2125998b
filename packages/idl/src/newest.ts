type Result<T> = IteratorResult<T, undefined>;

const done = { done: true, value: undefined } as const;

/** The newest of what was put in, for one consumer: what it was too slow for is left out. */
export class Newest<T extends object> implements AsyncIterableIterator<T, undefined> {
  readonly #onEnd: (ended: Newest<T>) => void;
  #waiting: ((result: Result<T>) => void)[] = [];
  #value: T | undefined;
  #isEnded = false;

  constructor(onEnd: (ended: Newest<T>) => void) {
    this.#onEnd = onEnd;
  }

  put(value: T): void {
    const wake = this.#waiting.shift();
    if (wake) wake({ done: false, value });
    else if (!this.#isEnded) this.#value = value;
  }

  /** What was put in and not taken is dropped. */
  end(): void {
    const waiting = this.#waiting;
    [this.#isEnded, this.#value, this.#waiting] = [true, undefined, []];
    for (const wake of waiting) wake(done);
    this.#onEnd(this);
  }

  next(): Promise<Result<T>> {
    const value = this.#value;
    this.#value = undefined;
    if (value) return Promise.resolve({ done: false, value });
    if (this.#isEnded) return Promise.resolve(done);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  return(): Promise<Result<T>> {
    this.end();
    return Promise.resolve(done);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
