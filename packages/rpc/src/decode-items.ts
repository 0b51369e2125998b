import type { HeaderMap, Items, Limits, Payload, Protocol } from "@seapink/core";
import type { Result } from "./result.ts";

/**
 * Payloads as values. A declared exception is thrown; leaving early returns the payloads, which cancels on the wire.
 * @param told what is thrown in the place of an error of reading
 */
export function decodeItems(
  result: Result,
  items: Items,
  protocol: Protocol | undefined,
  limits: Limits,
  told: (error: unknown) => unknown = (error) => error,
): AsyncIterable<unknown> {
  const read = (payload: Payload): unknown => {
    try {
      return result.read(payload, protocol, limits);
    } catch (error) {
      throw told(error);
    }
  };
  return { [Symbol.asyncIterator]: () => new DecodingIterator(items[Symbol.asyncIterator](), read) };
}

type ValueResult = IteratorResult<unknown, HeaderMap | void>;

// Not a generator: returning one before its first `next` would not reach the payloads.
class DecodingIterator implements AsyncIterator<unknown, HeaderMap | void> {
  readonly #payloads: AsyncIterator<Payload, HeaderMap | void>;
  readonly #read: (payload: Payload) => unknown;

  constructor(payloads: AsyncIterator<Payload, HeaderMap | void>, read: (payload: Payload) => unknown) {
    this.#payloads = payloads;
    this.#read = read;
  }

  async next(): Promise<ValueResult> {
    const { done, value } = await this.#payloads.next();
    if (done) return { done, value };
    try {
      return { done: false, value: this.#read(value) };
    } catch (error) {
      // Whoever sends is told to stop, and not waited for.
      this.return().catch(() => undefined);
      throw error;
    }
  }

  async return(): Promise<ValueResult> {
    await this.#payloads.return?.();
    return { done: true, value: undefined };
  }
}
