import type { HeaderMap, Items, Payload } from "@seapink/core";

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

const over: ItemResult = { done: true, value: undefined };

/** What becomes of items on their way. */
export interface ItemsWay {
  /** An item as it goes on. The source is asked for another one when this has returned. */
  carried(item: Payload): Payload;
  /** What the consumer is told of an error. */
  told(error: unknown): unknown;
  /** Told what the source throws when it is returned. Does not throw. */
  onError(error: unknown): void;
  /** They are over, whoever ended them. */
  onEnded(): void;
}

/**
 * Items that can be stopped: whoever waits for one then, or asks for one later, is told why, once. Whoever ends them,
 * the source is returned, and not waited for. It is asked for one item at a time, since it may reuse its memory.
 */
export class StoppableItems implements AsyncIterator<Payload, HeaderMap | void>, Items {
  readonly #source: AsyncIterator<Payload, HeaderMap | void>;
  readonly #way: ItemsWay;
  readonly #awaited: Set<(error: unknown) => void> = new Set();
  /** Settles when what was asked for last has come. */
  #before: Promise<void> = Promise.resolve();
  #isOver = false;
  /** What the consumer has yet to be told. */
  #untold: { readonly reason: unknown } | undefined;

  constructor(source: Items, way: ItemsWay) {
    this.#source = source[Symbol.asyncIterator]();
    this.#way = way;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<ItemResult> {
    if (this.#isOver) return this.#last();
    const awaited = Promise.withResolvers<ItemResult>();
    const before = this.#awaited.size === 0 ? undefined : this.#before;
    this.#awaited.add(awaited.reject);
    this.#before = this.#answer(awaited, before);
    return awaited.promise;
  }

  async #answer(
    { resolve, reject }: PromiseWithResolvers<ItemResult>,
    before: Promise<void> | undefined,
  ): Promise<void> {
    try {
      if (before !== undefined) await before;
      const result = this.#isOver ? over : await this.#take();
      this.#awaited.delete(reject);
      resolve(result);
    } catch (error) {
      this.#awaited.delete(reject);
      reject(this.#failed(error));
    }
  }

  async #take(): Promise<ItemResult> {
    const result = await this.#source.next();
    if (!result.done) return { done: false, value: this.#way.carried(result.value) };
    this.#end();
    return result;
  }

  #failed(error: unknown): unknown {
    const told = this.#way.told(error);
    this.#returnSource();
    return told;
  }

  #last(): Promise<ItemResult> {
    const untold = this.#untold;
    this.#untold = undefined;
    return untold === undefined ? Promise.resolve(over) : Promise.reject(untold.reason);
  }

  return(): Promise<ItemResult> {
    this.#returnSource();
    return Promise.resolve(over);
  }

  /** Ends the items with an error, even while one is awaited. */
  stop(reason: unknown): void {
    if (this.#isOver) return;
    if (this.#awaited.size === 0) this.#untold = { reason };
    for (const reject of this.#awaited) reject(reason);
    this.#returnSource();
  }

  #returnSource(): void {
    if (this.#isOver) return;
    this.#end();
    returned(this.#source).catch((error: unknown) => this.#way.onError(error));
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#way.onEnded();
  }
}

// Also what the source throws before there is a promise becomes a rejection.
async function returned(source: AsyncIterator<unknown>): Promise<void> {
  await source.return?.();
}
