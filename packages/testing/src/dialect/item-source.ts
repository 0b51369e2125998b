import type { HeaderMap, Items, Payload } from "@seapink/core";
import { itemOf } from "./message.ts";

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

/** Items with these texts, that know how many were taken and whether they were returned before their end. */
export class ItemSource implements Items {
  taken = 0;
  /** Resolves when the consumer wants no more. */
  readonly returned: Promise<void>;
  #onReturned!: () => void;
  #hasReturned = false;
  readonly #texts: Iterator<string>;
  readonly #error: unknown;

  /** @param error what comes behind the last item, in the place of an end */
  constructor(texts: Iterable<string>, error?: unknown) {
    this.#texts = texts[Symbol.iterator]();
    this.#error = error;
    this.returned = new Promise((resolve) => (this.#onReturned = resolve));
  }

  [Symbol.asyncIterator](): AsyncIterator<Payload, HeaderMap | void> {
    return this;
  }

  next(): Promise<ItemResult> {
    const next = this.#hasReturned ? { done: true as const, value: undefined } : this.#texts.next();
    if (next.done !== true) {
      this.taken++;
      return Promise.resolve({ done: false, value: itemOf(next.value) });
    }
    return this.#error === undefined ? Promise.resolve({ done: true, value: undefined }) : Promise.reject(this.#error);
  }

  return(): Promise<ItemResult> {
    this.#hasReturned = true;
    this.#onReturned();
    return Promise.resolve({ done: true, value: undefined });
  }
}

/** Texts without an end. */
export function* endlessly(text: string): Generator<string, never> {
  for (let i = 0; ; i++) yield `${text} ${i}`;
}
