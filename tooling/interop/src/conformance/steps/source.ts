import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "../shapes.ts";

/** What a client sends: the items, then perhaps a pause or an error. Knows whether it has thrown. */
export class Source implements AsyncIterable<Message> {
  hasThrown = false;
  readonly #items: AsyncIterable<Message>;

  constructor(items: readonly Message[], end: { readonly error?: Error; readonly pauseMs?: number } = {}) {
    this.#items = this.#all(items, end);
  }

  async *#all(
    items: readonly Message[],
    { error, pauseMs }: { readonly error?: Error; readonly pauseMs?: number },
  ): AsyncGenerator<Message> {
    yield* items;
    if (pauseMs !== undefined) await sleep(pauseMs);
    if (error === undefined) return;
    this.hasThrown = true;
    throw error;
  }

  [Symbol.asyncIterator](): AsyncIterator<Message> {
    return this.#items[Symbol.asyncIterator]();
  }
}
