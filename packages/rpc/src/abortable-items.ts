import type { HeaderMap, Items, Payload } from "@seapink/core";

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

const over: ItemResult = { done: true, value: undefined };

/**
 * Items that end with a signal: whoever waits for the next one, or asks for it later, is told the reason once, and the
 * source is returned.
 */
export class AbortableItems implements AsyncIterator<Payload, HeaderMap | void>, Items {
  readonly #source: AsyncIterator<Payload, HeaderMap | void>;
  readonly #signal: AbortSignal;
  readonly #onError: (error: unknown) => void;
  readonly #awaited: Set<(error: unknown) => void> = new Set();
  #isOver = false;
  /** What the consumer has yet to be told. */
  #untold: { readonly reason: unknown } | undefined;

  /** @param onError told what the source throws when it is returned for the signal */
  constructor(items: Items, signal: AbortSignal, onError: (error: unknown) => void) {
    this.#source = items[Symbol.asyncIterator]();
    this.#signal = signal;
    this.#onError = onError;
    if (signal.aborted) this.#onAbort();
    else signal.addEventListener("abort", this.#onAbort);
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
        .then((result) => resolve(this.#taken(result)))
        .catch((error: unknown) => reject(this.#failed(error)));
    });
  }

  #taken(result: ItemResult): ItemResult {
    if (result.done) this.#end();
    return result;
  }

  #failed(error: unknown): unknown {
    this.#end();
    return error;
  }

  #last(): Promise<ItemResult> {
    const untold = this.#untold;
    this.#untold = undefined;
    return untold === undefined ? Promise.resolve(over) : Promise.reject(untold.reason);
  }

  async return(): Promise<ItemResult> {
    if (this.#isOver) return over;
    this.#end();
    return (await this.#source.return?.()) ?? over;
  }

  #end(): void {
    this.#isOver = true;
    this.detach();
  }

  /** The signal does not matter any more. */
  detach(): void {
    this.#signal.removeEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => {
    const { reason } = this.#signal;
    this.#end();
    if (this.#awaited.size === 0) this.#untold = { reason };
    for (const reject of this.#awaited) reject(reason);
    this.#source.return?.().catch(this.#onError);
  };
}
