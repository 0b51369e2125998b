import { type Call, type HeaderMap, type LaneInfo, noHeaders, now } from "@seapink/core";

/**
 * What a handler knows of the call that it answers. `Item` is what the client sends, for sinks; `Throws` are the
 * exceptions that the method declares.
 */
export class Context<Item = never, Throws = never> {
  /** The call itself, as the filters left it. */
  readonly call: Call;
  /** What the client sends, for `sink` and `bidi`. Leaving the loop tells it to stop. */
  readonly items: AsyncIterable<Item>;
  #replyHeaders: Map<string, string> | undefined;
  #signal: AbortSignal | undefined;

  constructor(call: Call, items: AsyncIterable<Item> = nothing) {
    this.call = call;
    this.items = items;
  }

  get method(): string {
    return this.call.method;
  }

  get headers(): HeaderMap {
    return this.call.headers;
  }

  /** Milliseconds until the caller gives up; `Infinity` where it did not say. */
  get remainingMs(): number {
    return this.call.deadline === undefined ? Number.POSITIVE_INFINITY : this.call.deadline - now();
  }

  /** Aborted when the caller cancels or goes away, or the server ends. It is made when first asked for, and stays. */
  get signal(): AbortSignal {
    return (this.#signal ??= this.call.signal ?? new AbortController().signal);
  }

  /** The other side of the connection; `undefined` for a call that came over none. */
  get peer(): LaneInfo | undefined {
    return this.call.scope?.peer;
  }

  /** Who calls, as TLS or a filter has proved it. */
  get identity(): unknown {
    return this.call.identity;
  }

  /** Sets a header of the answer, where the dialect carries any. */
  setHeader(name: string, value: string): void {
    this.#replyHeaders ??= new Map();
    this.#replyHeaders.set(name.toLowerCase(), value);
  }

  /**
   * Throws a declared exception: `return context.raise(new NotFoundError({ key }))`. It does what `throw` does, but the
   * compiler refuses an exception that the method does not declare. Each belongs to the part of the answer that declares
   * it: what only a stream declares reaches the caller out of the stream, and as an internal error instead of it.
   */
  raise(exception: Throws): never {
    throw exception;
  }

  /** The headers of the answer so far. */
  get replyHeaders(): HeaderMap {
    return this.#replyHeaders ?? noHeaders;
  }
}

const nothing: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};
