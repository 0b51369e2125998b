import type { HeaderMap, Items, Payload } from "@seapink/core";
import { snapshot } from "./token-body.ts";

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

const over: ItemResult = { done: true, value: undefined };

/**
 * Items on their way to the other side of a local call: each is what it was when it was sent, and what their source
 * throws is told as over a wire. Whoever ends them, the source is returned, and not waited for.
 */
export class LocalItems implements AsyncIterator<Payload, HeaderMap | void>, Items {
  readonly #source: AsyncIterator<Payload, HeaderMap | void>;
  readonly #told: (error: unknown) => unknown;
  readonly #onEnded: () => void;
  readonly #awaited: Set<(error: unknown) => void> = new Set();
  #isOver = false;
  /** What the consumer has yet to be told. */
  #error: { readonly reason: unknown } | undefined;

  /** @param told what the consumer is told of an error */
  constructor(source: Items, told: (error: unknown) => unknown, onEnded: () => void) {
    this.#source = source[Symbol.asyncIterator]();
    this.#told = told;
    this.#onEnded = onEnded;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<ItemResult> {
    if (this.#isOver) return this.#last();
    return new Promise((resolve, reject) => {
      this.#awaited.add(reject);
      this.#source
        .next()
        .finally(() => this.#awaited.delete(reject))
        .then((result) => resolve(this.#received(result)))
        .catch((error: unknown) => reject(this.#failed(error)));
    });
  }

  #last(): Promise<ItemResult> {
    const error = this.#error;
    this.#error = undefined;
    return error === undefined ? Promise.resolve(over) : Promise.reject(error.reason);
  }

  #received(result: ItemResult): ItemResult {
    if (result.done) {
      this.#end();
      return result;
    }
    const { headers, body, exception } = result.value;
    return { done: false, value: { headers, body: snapshot(body), exception } };
  }

  #failed(error: unknown): unknown {
    const told = this.#told(error);
    this.#returnSource();
    return told;
  }

  return(): Promise<ItemResult> {
    this.#returnSource();
    return Promise.resolve(over);
  }

  /** Ends the items with an error, even while one is awaited. */
  stop(reason: unknown): void {
    if (this.#isOver) return;
    if (this.#awaited.size === 0) this.#error = { reason };
    for (const reject of this.#awaited) reject(reason);
    this.#returnSource();
  }

  #returnSource(): void {
    if (this.#isOver) return;
    this.#end();
    this.#source.return?.().catch(this.#told);
  }

  #end(): void {
    this.#isOver = true;
    this.#onEnded();
  }
}
