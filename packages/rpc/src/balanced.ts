import { type Call, type Channel, type Handler, type Interaction, type Reply, TransportError } from "@seapink/core";
import { whenEnded } from "./when-ended.ts";

interface Backend {
  readonly channel: Channel;
  running: number;
}

/**
 * One channel over several backends. Of two taken at random the one with fewer calls running gets the next, which
 * spreads load nearly as well as asking all. Interactions stay on the backend they began on. Closing closes all.
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
  readonly #pinned: WeakMap<Interaction, Backend> = new WeakMap();

  constructor(channels: readonly Channel[], random: () => number) {
    this.#backends = channels.map((channel) => ({ channel, running: 0 }));
    this.#random = random;
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  readonly handle: Handler = (call) => {
    if (this.#closing.signal.aborted) return Promise.reject(this.#closing.signal.reason);
    const backend = (call.interaction && this.#pinned.get(call.interaction.of)) ?? this.#pick();
    if (backend === undefined) return Promise.reject(notOpen("none of the backends is open"));
    if (call.interaction !== undefined) this.#pinned.set(call.interaction.of, backend);
    return this.#send(call, backend);
  };

  #pick(): Backend | undefined {
    const open = this.#backends.filter(({ channel }) => !channel.closing.aborted);
    const one = open[Math.floor(this.#random() * open.length)];
    const other = open[Math.floor(this.#random() * open.length)];
    return one !== undefined && other !== undefined && other.running < one.running ? other : one;
  }

  async #send(call: Call, backend: Backend): Promise<Reply | undefined> {
    const ended = (): number => backend.running--;
    backend.running++;
    try {
      const reply = await backend.channel.handle(call);
      if (reply !== undefined) return whenEnded(reply, ended);
      ended();
      return undefined;
    } catch (error) {
      ended();
      throw error;
    }
  }

  async close(reason?: unknown): Promise<void> {
    this.#closing.abort(notOpen("the channel is closed"));
    await Promise.all(this.#backends.map(({ channel }) => channel.close(reason)));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function notOpen(message: string): TransportError {
  return new TransportError("not_open", message, { mayHaveRun: false });
}
