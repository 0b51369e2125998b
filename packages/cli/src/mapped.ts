/** What becomes of items and of their end. */
export interface Mapping<From, To> {
  readonly change: (item: From) => To;
  /** What is thrown in the place of an error of the source. */
  readonly told?: (error: unknown) => unknown;
  /** At the end of the source, if nobody left before; it is an error if this throws. */
  readonly onEnd?: () => void;
}

/**
 * Each item as another. Leaving early returns the source, even if it was never asked; an item that cannot be changed
 * does, too.
 */
export function mapped<From, To>(source: AsyncIterable<From>, mapping: Mapping<From, To>): AsyncIterable<To> {
  return { [Symbol.asyncIterator]: () => new MappedIterator(source[Symbol.asyncIterator](), mapping) };
}

// Not a generator: returning one before its first `next` would not reach the source.
class MappedIterator<From, To> implements AsyncIterator<To> {
  readonly #source: AsyncIterator<From>;
  readonly #mapping: Mapping<From, To>;
  #isLeft = false;

  constructor(source: AsyncIterator<From>, mapping: Mapping<From, To>) {
    this.#source = source;
    this.#mapping = mapping;
  }

  async next(): Promise<IteratorResult<To>> {
    const { done, value } = await this.#next();
    if (done) {
      if (!this.#isLeft) this.#mapping.onEnd?.();
      return { done, value: undefined };
    }
    try {
      return { done: false, value: this.#mapping.change(value) };
    } catch (error) {
      // Whoever sends is told to stop, and not waited for.
      this.return().catch(() => undefined);
      throw error;
    }
  }

  async #next(): Promise<IteratorResult<From>> {
    try {
      return await this.#source.next();
    } catch (error) {
      throw this.#mapping.told?.(error) ?? error;
    }
  }

  async return(): Promise<IteratorResult<To>> {
    this.#isLeft = true;
    await this.#source.return?.();
    return { done: true, value: undefined };
  }
}
