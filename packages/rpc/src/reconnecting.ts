import {
  alarm,
  type Call,
  type Channel,
  deadlines,
  type Handler,
  type Interaction,
  now,
  type Reply,
  TransportError,
} from "@seapink/core";
import { Backoff, type BackoffOptions } from "./backoff.ts";

export interface ReconnectingOptions extends BackoffOptions {
  /** Told of each attempt that failed, and of each connection that was lost. */
  readonly onError?: (error: unknown) => void;
}

/**
 * A channel that outlives its connections. It connects with the first call, and again with the first call after a
 * connection was lost; after a failed attempt it waits, longer each time, with jitter. A call that comes meanwhile
 * waits for the next attempt, and fails with it. Interactions stay on the connection they began on, and die with it.
 */
export function reconnecting(connect: () => Promise<Channel>, options: ReconnectingOptions = {}): Channel {
  return new ReconnectingChannel(connect, options);
}

class ReconnectingChannel implements Channel {
  readonly #connect: () => Promise<Channel>;
  readonly #onError: (error: unknown) => void;
  readonly #backoff: Backoff;
  readonly #closing = new AbortController();
  readonly #pinned: WeakMap<Interaction, Channel> = new WeakMap();
  #channel: Channel | undefined;
  #attempt: Promise<Channel> | undefined;

  constructor(connect: () => Promise<Channel>, options: ReconnectingOptions) {
    this.#connect = connect;
    this.#onError = options.onError ?? (() => undefined);
    this.#backoff = new Backoff(options);
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  readonly handle: Handler = (call) => {
    if (this.#closing.signal.aborted) return Promise.reject(this.#closing.signal.reason);
    const pinned = call.interaction && this.#pinned.get(call.interaction.of);
    if (pinned !== undefined) return pinned.handle(call);
    if (this.#channel !== undefined && !this.#channel.closing.aborted) return this.#send(call, this.#channel);
    return this.#sendLater(call);
  };

  #send(call: Call, channel: Channel): Promise<Reply | undefined> {
    if (call.interaction !== undefined) this.#pinned.set(call.interaction.of, channel);
    return channel.handle(call);
  }

  async #sendLater(call: Call): Promise<Reply | undefined> {
    const channel = await inTime(call, (this.#attempt ??= this.#open()));
    return this.#send(call, channel);
  }

  async #open(): Promise<Channel> {
    try {
      await this.#backoff.wait(this.#closing.signal);
      const channel = await this.#connect();
      if (this.#closing.signal.aborted) {
        await channel.close();
        throw this.#closing.signal.reason;
      }
      this.#opened(channel);
      return channel;
    } catch (cause) {
      this.#backoff.failed();
      this.#onError(cause);
      throw new TransportError("not_open", "could not connect", { cause, mayHaveRun: false });
    } finally {
      this.#attempt = undefined;
    }
  }

  #opened(channel: Channel): void {
    this.#channel = channel;
    this.#backoff.succeeded();
    const lost = (): void => {
      if (this.#channel === channel) this.#channel = undefined;
      if (!this.#closing.signal.aborted) this.#onError(channel.closing.reason);
    };
    channel.closing.addEventListener("abort", lost, { once: true });
  }

  async close(reason?: unknown): Promise<void> {
    this.#closing.abort(new TransportError("not_open", "the channel is closed", { mayHaveRun: false }));
    await this.#channel?.close(reason);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** Waits no longer than the call may. */
function inTime<T>({ deadline, method, signal }: Call, waiting: Promise<T>): Promise<T> {
  if (deadline === undefined && signal === undefined) return waiting;
  return new Promise((resolve, reject) => {
    const giveUp = (code: "timed_out" | "cancelled", cause?: unknown): void =>
      reject(
        new TransportError(code, `${method}: ${code.replace("_", " ")} while connecting`, { mayHaveRun: false, cause }),
      );
    const onAbort = (): void => giveUp("cancelled", signal?.reason);
    if (signal?.aborted) return onAbort();
    const late = deadline === undefined ? undefined : alarm(deadline - now(), () => giveUp("timed_out"));
    signal?.addEventListener("abort", onAbort);
    waiting.then(resolve, reject).finally(() => {
      if (late) deadlines.delete(late);
      signal?.removeEventListener("abort", onAbort);
    });
  });
}
