import type { Call, Handler, HeaderMap, Items, Payload, Reply } from "@seapink/core";

/**
 * Calls `ended` once the reply is over: now, or when its items have all been taken, failed or been returned. Returns
 * the reply to pass on in its place. Whoever drops a reply returns its items, taken or not.
 */
export function whenEnded(reply: Reply, ended: () => void): Reply {
  if (reply.items === undefined) {
    ended();
    return reply;
  }
  const { headers, body, exception, protocol, items } = reply;
  return { headers, body, exception, protocol, items: watched(items, ended) };
}

/** Passes a call on, and calls `ended` once it is over: when it has failed, or its reply has ended. */
export async function tracked(next: Handler, call: Call, ended: () => void): Promise<Reply | undefined> {
  let reply: Reply | undefined;
  try {
    reply = await next(call);
  } catch (error) {
    ended();
    throw error;
  }
  if (reply !== undefined) return whenEnded(reply, ended);
  ended();
  return undefined;
}

function watched(items: Items, ended: () => void): Items {
  return { [Symbol.asyncIterator]: () => new WatchedIterator(items[Symbol.asyncIterator](), ended) };
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
    const ended = this.#ended;
    this.#ended = undefined;
    ended?.();
  }
}
