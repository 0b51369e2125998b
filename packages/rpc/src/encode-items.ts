import { type HeaderMap, type Items, noHeaders, type Payload } from "@seapink/core";
import type { Result } from "./result.ts";
import { StructBody } from "./struct-body.ts";

/** Values as payloads, for one consumer. */
export interface EncodedItems extends Items {
  /** What the source threw. */
  readonly failure: { readonly error: unknown } | undefined;
}

/**
 * Values as payloads. A declared exception that the source throws becomes the last payload; another error is thrown
 * on. Returning the payloads returns the source.
 * @throws TypeError when there is nothing to iterate over
 */
export function encodeItems(result: Result, source: AsyncIterable<unknown> | Iterable<unknown>): EncodedItems {
  return new EncodingIterator(result, iteratorOf(result, source));
}

function iteratorOf(result: Result, source: AsyncIterable<unknown> | Iterable<unknown>): AsyncIterator<unknown> {
  const given: Partial<AsyncIterable<unknown> & Iterable<unknown>> = source ?? {};
  const async = given[Symbol.asyncIterator] ?? (given[Symbol.iterator] && ((): AsyncIterator<unknown> => each(source)));
  if (async === undefined)
    throw new TypeError(`${result.method}: expected items to iterate over, got ${typeof source}`);
  return async.call(source);
}

async function* each(source: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator {
  yield* source;
}

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

const over = { done: true, value: undefined } as const;

// Not a generator: returning one before its first `next` would not reach the source.
class EncodingIterator implements AsyncIterator<Payload, HeaderMap | void>, EncodedItems {
  readonly #result: Result;
  readonly #source: AsyncIterator<unknown>;
  #isOver = false;
  failure: { readonly error: unknown } | undefined;

  constructor(result: Result, source: AsyncIterator<unknown>) {
    this.#result = result;
    this.#source = source;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<ItemResult> {
    if (this.#isOver) return over;
    try {
      const { done, value } = await this.#source.next();
      if (!done) return itemOf(this.#result, this.#result.success(value), undefined);
      this.#isOver = true;
      return over;
    } catch (error) {
      return this.#failed(error);
    }
  }

  #failed(error: unknown): ItemResult {
    this.#isOver = true;
    this.failure = { error };
    const declared = this.#result.failure(error);
    if (declared === undefined) throw error;
    return itemOf(this.#result, declared.value, declared.exception);
  }

  async return(): Promise<ItemResult> {
    if (this.#isOver) return over;
    this.#isOver = true;
    await this.#source.return?.();
    return over;
  }
}

function itemOf(result: Result, value: object, exception: Payload["exception"]): ItemResult {
  return { done: false, value: { headers: noHeaders, body: new StructBody(result.codec, value), exception } };
}
