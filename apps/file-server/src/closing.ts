/** Items, and something to close however they end: taken, failed, left, or never begun. */
export function closing<T>(items: AsyncGenerator<T>, close: () => Promise<void>): AsyncIterableIterator<T> {
  return new ClosingItems(items, close);
}

// Not a generator: one that was never begun does nothing when it is returned.
class ClosingItems<T> implements AsyncIterableIterator<T> {
  readonly #items: AsyncGenerator<T>;
  readonly #close: () => Promise<void>;
  #closed: Promise<void> | undefined;

  constructor(items: AsyncGenerator<T>, close: () => Promise<void>) {
    this.#items = items;
    this.#close = close;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<T>> {
    try {
      const result = await this.#items.next();
      if (result.done) await this.#end();
      return result;
    } catch (error) {
      await this.#end();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<T>> {
    try {
      return await this.#items.return(undefined);
    } finally {
      await this.#end();
    }
  }

  #end(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }
}
