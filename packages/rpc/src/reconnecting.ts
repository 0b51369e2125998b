import {
  alarm,
  type Call,
  type Channel,
  deadlines,
  type Handler,
  type Interaction,
  type Limits,
  limits,
  now,
  type Reply,
  TransportError,
} from "@seapink/core";
import { Backoff, type BackoffOptions } from "./backoff.ts";
import { notOpen, tooLate } from "./not-sent.ts";
import { Pins } from "./pins.ts";
import { reporter } from "./reporter.ts";
import { wait } from "./wait.ts";
import { WaitingCall } from "./waiting-call.ts";

type Connect = (signal: AbortSignal) => Promise<Channel>;

export interface ReconnectingOptions extends BackoffOptions {
  /**
   * Of these, it keeps `maxPendingCalls`, for calls that wait for a connection, and `drainTimeoutMs`, for an attempt that
   * closing waits for.
   */
  readonly limits?: Partial<Limits>;
  /** Told of each attempt that failed, and of each connection that was lost; by default nobody is, since calls fail with it. */
  readonly onError?: (error: unknown) => void;
}

/**
 * A channel that outlives its connections. It connects with the first call, and again with the first call after a
 * connection was lost; after a failed attempt it waits, longer each time, with jitter. A call that comes meanwhile
 * waits for the next attempt, and fails with it. Interactions stay on the connection they began on, and die with it.
 * @param connect gets a signal that aborts when the channel is closed; closing waits for the attempt
 * under way, though not for one that goes on and on
 */
export function reconnecting(connect: Connect, options: ReconnectingOptions = {}): Channel {
  return new ReconnectingChannel(connect, options);
}

class ReconnectingChannel implements Channel {
  readonly #connect: Connect;
  readonly #onError: (error: unknown) => void;
  readonly #limits: Limits;
  readonly #backoff: Backoff;
  readonly #closing = new AbortController();
  readonly #pins: Pins<Channel> = new Pins();
  /** The creations that wait, with which the calls behind them do. */
  readonly #beginning: WeakMap<Interaction, WaitingCall> = new WeakMap();
  /** The calls that the attempt under way is made for, in their order. */
  readonly #waiting: Set<WaitingCall> = new Set();
  #channel: Channel | undefined;
  #attempt: Promise<void> | undefined;

  constructor(connect: Connect, options: ReconnectingOptions) {
    this.#connect = connect;
    this.#onError = reporter(options.onError ?? (() => undefined));
    this.#limits = limits(options.limits);
    this.#backoff = new Backoff(options);
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  readonly handle: Handler = (call) => {
    if (this.#closing.signal.aborted) return Promise.reject(this.#closing.signal.reason);
    const { interaction } = call;
    if (interaction !== undefined && !interaction.create) return this.#callOn(call, interaction.of);
    const channel = this.#channel;
    return channel === undefined || channel.closing.aborted ? this.#wait(call) : this.#send(call, channel);
  };

  /** A call on an interaction goes where that began, or waits with its creation. */
  #callOn(call: Call, of: Interaction): Promise<Reply | undefined> {
    if (this.#beginning.has(of)) return this.#wait(call);
    try {
      return this.#pins.placeOf(of).handle(call);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  // A creation that is tried again may begin elsewhere.
  #send(call: Call, channel: Channel): Promise<Reply | undefined> {
    const { interaction } = call;
    if (interaction === undefined) return channel.handle(call);
    if (!interaction.create) return this.#callOn(call, interaction.of);
    try {
      this.#pins.begin(interaction.of, channel);
      return channel.handle(call);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #wait(call: Call): Promise<Reply | undefined> {
    const { maxPendingCalls } = this.#limits;
    const refused = this.#waiting.size < maxPendingCalls ? tooLate(call) : overloaded(maxPendingCalls);
    if (refused !== undefined) return Promise.reject(refused);
    const { interaction } = call;
    const waiting = new WaitingCall(call, (settled) => {
      this.#waiting.delete(settled);
      if (interaction !== undefined && this.#beginning.get(interaction.of) === settled)
        this.#beginning.delete(interaction.of);
    });
    this.#waiting.add(waiting);
    if (interaction?.create) this.#beginning.set(interaction.of, waiting);
    this.#attempt ??= this.#open();
    return waiting.answer;
  }

  /** One attempt; the calls that wait go with it, or fail with it. */
  async #open(): Promise<void> {
    const { signal } = this.#closing;
    try {
      await wait(this.#backoff.nextDelayMs(), signal);
      const channel = await this.#connect(signal);
      this.#attempt = undefined;
      await this.#opened(channel);
    } catch (cause) {
      this.#attempt = undefined;
      this.#failed(cause);
    }
  }

  async #opened(channel: Channel): Promise<void> {
    this.#channel = channel;
    if (this.#closing.signal.aborted) return channel.close();
    this.#whenLost(channel);
    for (const waiting of this.#waiting) waiting.send((call) => this.#send(call, channel));
  }

  #whenLost({ closing }: Channel): void {
    const opened = now();
    const onLost = (): void => {
      this.#backoff.ended(now() - opened);
      if (!this.#closing.signal.aborted) this.#onError(closing.reason);
    };
    if (closing.aborted) onLost();
    else closing.addEventListener("abort", onLost, { once: true });
  }

  #failed(cause: unknown): void {
    if (this.#closing.signal.aborted) return;
    this.#backoff.failed();
    const error = notOpen("could not connect", cause);
    for (const waiting of this.#waiting) waiting.fail(error);
    this.#onError(cause);
  }

  async close(reason?: unknown): Promise<void> {
    this.#closing.abort(notOpen("the channel is closed", reason));
    for (const waiting of this.#waiting) waiting.fail(this.#closing.signal.reason);
    await Promise.all([this.#attemptEnded(), this.#channel?.close(reason)]);
  }

  // What does not heed its signal is not waited for without end; a connection that comes then is closed.
  async #attemptEnded(): Promise<void> {
    if (this.#attempt === undefined) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const late = alarm(this.#limits.drainTimeoutMs, resolve);
    await Promise.race([this.#attempt, promise]);
    deadlines.delete(late);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function overloaded(maxPendingCalls: number): TransportError {
  const message = `expected at most ${maxPendingCalls} calls waiting for a connection`;
  return new TransportError("overloaded", message, { mayHaveRun: false });
}
