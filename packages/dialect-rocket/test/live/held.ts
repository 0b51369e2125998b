import type { Call, Reply } from "@seapink/core";
import { replyOf, Source } from "../served.ts";

/** A server whose clients hold something of it: an interaction, a stream, a sink and a call that is not answered. */
export class Held {
  /** Resolves when so much is held. */
  readonly begun: Promise<void>;
  /** Resolves when nothing is held any more; what it was is said by `freed`. */
  readonly ended: Promise<unknown>;
  readonly freed: Set<string> = new Set();
  readonly #begun = Promise.withResolvers<void>();
  readonly #all: readonly string[];
  readonly #ended: PromiseWithResolvers<void>[];
  #calls: number;

  /** @param calls how many calls hold it */
  constructor(calls: number) {
    this.#calls = calls;
    this.#all = ["scope", "interaction", "stream", "sink", "call"];
    this.#ended = this.#all.map(() => Promise.withResolvers());
    this.begun = this.#begun.promise;
    this.ended = Promise.all(this.#ended.map(({ promise }) => promise));
  }

  readonly handler = (call: Call): Promise<Reply> => {
    this.#watch("scope", call.scope?.closed);
    if (call.interaction !== undefined) this.#watch("interaction", call.interaction.of.ended);
    if (--this.#calls === 0) this.#begun.resolve();
    return this.#answer(call);
  };

  #answer({ kind, items, signal }: Call): Promise<Reply> {
    const source = new Source(kind === "stream" ? ["a"] : [], "wait");
    if (kind === "stream") void source.returned.promise.then(() => this.#free("stream"));
    if (kind === "sink") this.#drain(items).catch(() => undefined);
    if (kind !== "call") return Promise.resolve(replyOf("hello", source));
    this.#watch("call", signal);
    return new Promise(() => undefined);
  }

  async #drain(items: Call["items"]): Promise<void> {
    try {
      for await (const _ of items ?? []);
    } finally {
      this.#free("sink");
    }
  }

  #watch(what: string, signal: AbortSignal | undefined): void {
    signal?.addEventListener("abort", () => this.#free(what), { once: true });
  }

  #free(what: string): void {
    this.freed.add(what);
    this.#ended[this.#all.indexOf(what)]?.resolve();
  }
}

/** All that `Held` frees. */
export const all: readonly string[] = ["call", "interaction", "scope", "sink", "stream"];
