/**
 * The same items, for one consumer. Returning them returns the source, even if it was never asked.
 * @param told what is thrown in the place of an error of the source
 */
export function watchedItems<T>(source: AsyncIterable<T>, told: (error: unknown) => unknown): AsyncIterable<T> {
  const items = source[Symbol.asyncIterator]();
  const watched: AsyncIterator<T> = {
    async next() {
      try {
        return await items.next();
      } catch (error) {
        throw told(error);
      }
    },
    async return() {
      await items.return?.();
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => watched };
}
