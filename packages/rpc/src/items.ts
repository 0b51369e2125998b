import { type HeaderMap, type Items, type Limits, noHeaders, type Payload, type Protocol } from "@seapink/core";
import type { Result } from "./result.ts";
import { StructBody } from "./struct-body.ts";

/**
 * Values as payloads. A declared exception that the source throws becomes the last payload; another error is thrown
 * on. Leaving early returns the source.
 */
export async function* encodeItems(result: Result, source: AsyncIterable<unknown> | Iterable<unknown>): Items {
  try {
    for await (const value of source) yield itemOf(result, result.success(value), undefined);
  } catch (error) {
    const failure = result.failure(error);
    if (failure === undefined) throw error;
    yield itemOf(result, failure.value, failure.exception);
  }
}

function itemOf(result: Result, value: object, exception: Payload["exception"]): Payload {
  return { headers: noHeaders, body: new StructBody(result.codec, value), exception };
}

/** Payloads as values. A declared exception is thrown; leaving early returns the payloads, which cancels on the wire. */
export function decodeItems(
  result: Result,
  items: Items,
  protocol: Protocol | undefined,
  limits: Limits,
): AsyncIterable<unknown> {
  const read = (payload: Payload): unknown => result.read(payload, protocol, limits);
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
      await this.return();
      throw error;
    }
  }

  async return(): Promise<ValueResult> {
    await this.#payloads.return?.();
    return { done: true, value: undefined };
  }
}
