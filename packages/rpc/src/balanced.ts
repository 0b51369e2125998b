import type { Call, Channel, Handler } from "@seapink/core";
import { notOpen } from "./not-sent.ts";
import { Pins } from "./pins.ts";
import { tracked } from "./when-ended.ts";

interface Backend {
  readonly channel: Channel;
  readonly closing: AbortSignal;
  running: number;
}

/**
 * One channel over several backends. Of two taken at random the one with fewer calls running gets the next, which
 * spreads load nearly as well as asking all. Interactions stay on the backend they began on. Closing closes all; when
 * all have closed, so has this one.
 * @param random from 0 to below 1; for tests
 */
export function balanced(channels: readonly Channel[], random: () => number = Math.random): Channel {
  if (channels.length === 0) throw new RangeError("expected at least one channel, got none");
  return new BalancedChannel(channels, random);
}

class BalancedChannel implements Channel {
  readonly #backends: readonly Backend[];
  readonly #random: () => number;
  readonly #closing = new AbortController();
  readonly #pins: Pins<Backend> = new Pins();

  constructor(channels: readonly Channel[], random: () => number) {
    this.#backends = channels.map((channel) => ({ channel, closing: channel.closing, running: 0 }));
    this.#random = random;
    const { signal } = this.#closing;
    for (const { closing } of channels) closing.addEventListener("abort", this.#onClosing, { once: true, signal });
    this.#onClosing();
  }

  readonly #onClosing = (): void => {
    const open = this.#backends.find(({ closing }) => !closing.aborted);
    const cause: unknown = this.#backends.at(-1)?.closing.reason;
    if (open === undefined) this.#closing.abort(notOpen("none of the backends is open", cause));
  };

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  readonly handle: Handler = (call) => {
    if (this.#closing.signal.aborted) return Promise.reject(this.#closing.signal.reason);
    try {
      const backend = this.#backendOf(call);
      backend.running++;
      return tracked(backend.channel.handle, call, () => backend.running--);
    } catch (error) {
      return Promise.reject(error);
    }
  };

  // A creation that is tried again may begin elsewhere.
  #backendOf({ interaction }: Call): Backend {
    if (interaction === undefined) return this.#pick();
    if (!interaction.create) return this.#pins.placeOf(interaction.of);
    const backend = this.#pick();
    this.#pins.begin(interaction.of, backend);
    return backend;
  }

  #pick(): Backend {
    const open = this.#backends.filter(({ closing }) => !closing.aborted);
    const first = Math.floor(this.#random() * open.length);
    const second = (first + 1 + Math.floor(this.#random() * (open.length - 1))) % open.length;
    const [one, other] = [open[first] as Backend, open[second] as Backend];
    return other.running < one.running ? other : one;
  }

  async close(reason?: unknown): Promise<void> {
    this.#closing.abort(notOpen("the channel is closed", reason));
    await Promise.all(this.#backends.map(({ channel }) => channel.close(reason)));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
