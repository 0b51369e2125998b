import {
  alarm,
  type Body,
  type Call,
  type Channel,
  deadlines,
  defaultLimits,
  type Handler,
  type LaneInfo,
  type Limits,
  noHeaders,
  type Reply,
  type Scope,
  systemError,
  TransportError,
} from "@seapink/core";
import { LocalCall } from "./local-call.ts";
import { snapshot } from "./token-body.ts";
import { withBody } from "./when-ended.ts";

export interface LocalOptions {
  readonly limits?: Limits;
  /** Told what a handler threw that the caller does not learn. */
  readonly onError?: (error: unknown, scope: Scope) => void;
}

const info: LaneInfo = { address: "local:", alpn: undefined, identity: undefined, headers: noHeaders };

/** A channel to a handler of this process, without any wire between: for tests, and for services that moved in. */
export function local(handler: Handler, options: LocalOptions = {}): Channel {
  return new LocalChannel(handler, options);
}

// What the call did has happened, whatever became of its answer.
function answerOf({ method }: Call, { body }: Reply): Body {
  try {
    return snapshot(body);
  } catch (cause) {
    throw new Error(`${method}: could not write the answer`, { cause });
  }
}

/** A oneway call is over for its caller once it is sent; what becomes of it is told to `onError`. */
function handedOver(reply: Promise<unknown>): Promise<undefined> {
  reply.catch(() => undefined);
  return Promise.resolve(undefined);
}

class LocalChannel implements Channel {
  readonly #handler: Handler;
  readonly #limits: Limits;
  readonly #onError: (error: unknown, scope: Scope) => void;
  readonly #closing = new AbortController();
  readonly #closed = new AbortController();
  readonly #scope: Scope;
  readonly #running: Set<LocalCall> = new Set();
  #onIdle: (() => void) | undefined;

  constructor(handler: Handler, options: LocalOptions) {
    this.#handler = handler;
    this.#limits = options.limits ?? defaultLimits;
    this.#onError = options.onError ?? (() => undefined);
    this.#scope = { peer: info, closed: this.#closed.signal, channel: undefined };
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  readonly handle: Handler = (call) => {
    if (this.#closing.signal.aborted) return Promise.reject(this.#closing.signal.reason);
    try {
      const running = new LocalCall(call, this.#scope, (ended) => this.#finish(ended));
      this.#running.add(running);
      const reply = running.run((received) => this.#answer(received));
      return call.kind === "oneway" ? handedOver(reply) : reply;
    } catch (error) {
      return Promise.reject(error);
    }
  };

  // As over a wire: the answer is what it is now, and an error that is not meant for the caller stays here.
  async #answer(call: Call): Promise<Reply | undefined> {
    try {
      const reply = await this.#handler(call);
      return reply && withBody(reply, answerOf(call, reply));
    } catch (error) {
      const told = systemError(error);
      if (told !== error) this.#onError(error, this.#scope);
      throw told;
    }
  }

  #finish(running: LocalCall): void {
    this.#running.delete(running);
    if (this.#running.size === 0) this.#onIdle?.();
  }

  async close(reason?: unknown): Promise<void> {
    this.#closing.abort(new TransportError("not_open", "the channel is closed", { mayHaveRun: false }));
    if (reason === undefined) await this.#drained();
    const closed = new TransportError(
      "closed",
      "the channel was closed",
      reason === undefined ? {} : { cause: reason },
    );
    for (const running of this.#running) running.fail(closed);
    this.#closed.abort(closed);
  }

  #drained(): Promise<void> {
    if (this.#running.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const late = alarm(this.#limits.drainTimeoutMs, resolve);
      this.#onIdle = () => {
        deadlines.delete(late);
        resolve();
      };
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
