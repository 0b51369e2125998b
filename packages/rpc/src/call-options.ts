import type { HeaderMap } from "@seapink/core";
import type { Context } from "./context.ts";

/** What a caller may say of one call. */
export interface CallOptions {
  /** How long to wait for the answer, or for what comes before items; `Infinity` waits for ever. Default: the client's. */
  readonly timeoutMs?: number;
  /** Cancels the call, and the items that follow its answer. The reason survives as the error's cause. */
  readonly signal?: AbortSignal;
  /** Headers to send, where the dialect carries them. */
  readonly headers?: HeaderMap | Readonly<Record<string, string>>;
  /** The call that this one is made for: time left, abort, trace and persistent headers are handed on. */
  readonly parent?: Context;
  /** Told the headers of the answer. */
  readonly onHeaders?: (headers: HeaderMap) => void;
}

/** For methods that take items: what the client sends. Its `return()` is called when the server wants no more. */
export interface SinkOptions<T> extends CallOptions {
  readonly items: AsyncIterable<T> | Iterable<T>;
}
