import type { Body, HeaderMap, Items, Payload, Reply } from "@seapink/core";

/**
 * Calls `ended` once the reply is over: now, or when its items have all been taken, failed or been returned. Returns
 * the reply to pass on in its place.
 */
export function whenEnded(reply: Reply, ended: () => void): Reply {
  if (reply.items !== undefined) return withItems(reply, watched(reply.items, ended));
  ended();
  return reply;
}

/** The same reply with other items. */
export function withItems(reply: Reply, items: Items): Reply {
  const { headers, body, exception, protocol } = reply;
  return { headers, body, exception, protocol, items };
}

/** The same reply with another body. */
export function withBody(reply: Reply, body: Body): Reply {
  const { headers, exception, protocol, items } = reply;
  return { headers, body, exception, protocol, items };
}

function watched(items: Items, ended: () => void): Items {
  return {
    [Symbol.asyncIterator]: () => {
      const inner = items[Symbol.asyncIterator]();
      return new WatchedIterator(inner, ended);
    },
  };
}

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

// Not a generator: one that was never started would swallow `return`.
class WatchedIterator implements AsyncIterator<Payload, HeaderMap | void> {
  readonly #inner: AsyncIterator<Payload, HeaderMap | void>;
  #ended: (() => void) | undefined;

  constructor(inner: AsyncIterator<Payload, HeaderMap | void>, ended: () => void) {
    this.#inner = inner;
    this.#ended = ended;
  }

  async next(): Promise<ItemResult> {
    try {
      const result = await this.#inner.next();
      if (result.done) this.#end();
      return result;
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  async return(): Promise<ItemResult> {
    try {
      return (await this.#inner.return?.()) ?? { done: true, value: undefined };
    } finally {
      this.#end();
    }
  }

  #end(): void {
    this.#ended?.();
    this.#ended = undefined;
  }
}
