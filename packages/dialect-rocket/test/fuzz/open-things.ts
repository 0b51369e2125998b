import type { Call, HeaderMap, Items, Payload, Reply, Scope } from "@seapink/core";
import { payloadOf, replyOf } from "../served.ts";
import type { Dice } from "./dice.ts";

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

/** What is begun on a connection, and must have ended when the connection has. */
export class OpenThings {
  readonly #open: Map<string, number> = new Map();
  readonly #scopes: Set<Scope> = new Set();

  /** Something has begun; the function that is returned says that it has ended. */
  begin(what: string): () => void {
    this.#open.set(what, (this.#open.get(what) ?? 0) + 1);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#open.set(what, (this.#open.get(what) ?? 0) - 1);
    };
  }

  /** What is still open. */
  get left(): readonly string[] {
    const left = [...this.#open].filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
    return [...this.#scopes].every(({ closed }) => closed.aborted) ? left : [...left, "a scope"];
  }

  async settles(what: string, promise: PromiseLike<unknown> | undefined): Promise<void> {
    const end = this.begin(what);
    try {
      await promise;
    } catch {
      // Any end will do.
    } finally {
      end();
    }
  }

  /** Items, as many, that know when they have ended; behind them comes an end, an error, or nothing for ever. */
  items(count: number, then: "end" | "wait" | Error = "end"): Items {
    const end = this.begin("source");
    let left = count;
    const next = (): Promise<ItemResult> => {
      if (left-- > 0) return Promise.resolve({ done: false, value: payloadOf("item") });
      if (then === "wait") return new Promise(() => undefined);
      end();
      return then === "end" ? over() : Promise.reject(then);
    };
    const over = (): Promise<ItemResult> => {
      end();
      return Promise.resolve({ done: true, value: undefined });
    };
    return { [Symbol.asyncIterator]: () => ({ next, return: over }) };
  }

  async gather(items: Items | undefined, atMost = Number.POSITIVE_INFINITY): Promise<number> {
    const end = this.begin("consumer");
    let count = 0;
    try {
      for await (const _ of items ?? []) if (++count >= atMost) break;
    } finally {
      end();
    }
    return count;
  }

  /** Ends with the call's signal. */
  async hang(signal: AbortSignal | undefined): Promise<never> {
    const end = this.begin("waiting handler");
    await new Promise((resolve) => {
      if (signal === undefined || signal.aborted) resolve(undefined);
      else signal.addEventListener("abort", resolve, { once: true });
    });
    end();
    throw signal?.reason;
  }

  /** What a server does with a call that means no good. */
  readonly answer = (call: Call, dice: Dice): Promise<Reply | undefined> => {
    const { scope, interaction } = call;
    if (scope !== undefined) this.#scopes.add(scope);
    if (interaction?.create === true) {
      const end = this.begin("interaction");
      if (interaction.of.ended.aborted) end();
      else interaction.of.ended.addEventListener("abort", end, { once: true });
    }
    return this.#answer(call, dice);
  };

  async #answer({ method, items, signal }: Call, dice: Dice): Promise<Reply | undefined> {
    if (dice.once(3)) await Promise.resolve();
    switch (method) {
      case "echo":
        return replyOf("echo");
      case "hang":
        return this.hang(signal);
      case "fail":
        throw new Error("as asked");
      case "few":
        return replyOf("few", this.items(3, dice.once(3) ? new Error("broken") : "end"));
      case "many":
        return replyOf("many", this.items(100));
      case "endless":
        return replyOf("endless", this.items(50, "wait"));
      case "gather":
        await this.gather(items);
        return replyOf("gathered", this.items(1));
      case "early":
        void this.gather(items, 2).catch(() => undefined);
        return replyOf("early", this.items(dice.below(2)));
      case "reflect":
        return replyOf("reflected", items);
      default:
        return undefined;
    }
  }
}
