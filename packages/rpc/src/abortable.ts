import type { HeaderMap, Items, Payload } from "@seapink/core";

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

/** Items that end with the signal's reason when it aborts, even while one is awaited; the source is then returned. */
export function abortable(items: Items, signal: AbortSignal): Items {
  return { [Symbol.asyncIterator]: () => new AbortableIterator(items[Symbol.asyncIterator](), signal) };
}

class AbortableIterator implements AsyncIterator<Payload, HeaderMap | void> {
  readonly #inner: AsyncIterator<Payload, HeaderMap | void>;
  readonly #signal: AbortSignal;

  constructor(inner: AsyncIterator<Payload, HeaderMap | void>, signal: AbortSignal) {
    this.#inner = inner;
    this.#signal = signal;
  }

  next(): Promise<ItemResult> {
    if (this.#signal.aborted) return this.#stop();
    return new Promise((resolve, reject) => {
      const onAbort = (): void => void this.#stop().catch(reject);
      this.#signal.addEventListener("abort", onAbort, { once: true });
      this.#inner
        .next()
        .then(resolve, reject)
        .finally(() => this.#signal.removeEventListener("abort", onAbort));
    });
  }

  // The source may be in the middle of an item: it is told, not waited for.
  #stop(): Promise<never> {
    this.#inner.return?.().catch(() => undefined);
    return Promise.reject(this.#signal.reason);
  }

  async return(): Promise<ItemResult> {
    return (await this.#inner.return?.()) ?? { done: true, value: undefined };
  }
}
