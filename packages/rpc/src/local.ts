import {
  alarm,
  type Channel,
  deadlines,
  type Handler,
  type LaneInfo,
  type Limits,
  limits,
  noHeaders,
  report,
  type Scope,
  TransportError,
} from "@seapink/core";
import { LocalInteractions } from "./local-interactions.ts";
import { LocalCall, type LocalWay } from "./local-call.ts";
import { notOpen } from "./not-sent.ts";
import { reporter } from "./reporter.ts";

export interface LocalOptions {
  /** Of these, a local channel keeps `drainTimeoutMs`. */
  readonly limits?: Partial<Limits>;
  /** Told what a handler threw that the caller does not learn. By default it goes to the console. */
  readonly onError?: (error: unknown, scope: Scope) => void;
}

const info: LaneInfo = { address: "local:", alpn: undefined, identity: undefined, headers: noHeaders };

/** A channel to a handler of this process, without any wire between: for tests, and for services that moved in. */
export function local(handler: Handler, options: LocalOptions = {}): Channel {
  return new LocalChannel(handler, options);
}

class LocalChannel implements Channel {
  readonly #handler: Handler;
  readonly #limits: Limits;
  readonly #way: LocalWay;
  readonly #closing = new AbortController();
  readonly #closed = new AbortController();
  readonly #running: Set<LocalCall> = new Set();
  readonly #idle = Promise.withResolvers<void>();

  constructor(handler: Handler, options: LocalOptions) {
    const scope: Scope = { peer: info, closed: this.#closed.signal, channel: undefined };
    this.#handler = handler;
    this.#limits = limits(options.limits);
    const { onError = report } = options;
    this.#way = {
      scope,
      interactions: new LocalInteractions(this.#closed.signal),
      onError: reporter((error) => onError(error, scope), scope),
      onEnded: (call) => this.#finish(call),
    };
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  readonly handle: Handler = (call) => {
    if (this.#closing.signal.aborted) return Promise.reject(this.#closing.signal.reason);
    try {
      const running = new LocalCall(call, this.#way);
      this.#running.add(running);
      const reply = running.run(this.#handler);
      return call.kind === "oneway" ? handedOver(reply) : reply;
    } catch (error) {
      return Promise.reject(error);
    }
  };

  #finish(call: LocalCall): void {
    this.#running.delete(call);
    this.#resolveIfIdle();
  }

  #resolveIfIdle(): void {
    if (this.#closing.signal.aborted && this.#running.size === 0) this.#idle.resolve();
  }

  async close(reason?: unknown): Promise<void> {
    this.#closing.abort(notOpen("the channel is closed", reason));
    this.#resolveIfIdle();
    if (reason === undefined) await this.#drained();
    const cause = reason === undefined ? {} : { cause: reason };
    const closed = new TransportError("closed", "the channel was closed", cause);
    for (const running of this.#running) running.fail(closed);
    this.#closed.abort(closed);
  }

  /** Waits until nothing runs, or the limit has passed. */
  async #drained(): Promise<void> {
    const late = alarm(this.#limits.drainTimeoutMs, this.#idle.resolve);
    await this.#idle.promise;
    deadlines.delete(late);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** A oneway call is over for its caller once it is sent; what becomes of it is told to `onError`. */
function handedOver(reply: Promise<unknown>): Promise<undefined> {
  reply.catch(() => undefined);
  return Promise.resolve(undefined);
}
