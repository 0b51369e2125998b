import type { HeaderMap, Items, Payload, Protocol } from "@seapink/core";
import { encoded } from "../src/dialect/encoded.ts";

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

/** Items on their way from one side to the other. */
export class DirectItems implements Items {
  readonly ended: Promise<void>;
  readonly #inner: AsyncIterator<Payload, HeaderMap | void>;
  readonly #protocol: Protocol;
  readonly #lost: AbortSignal;
  readonly #told: (error: unknown) => Error;
  #onEnded!: () => void;

  constructor(source: Items, protocol: Protocol, lost: AbortSignal, told: (error: unknown) => Error) {
    this.#inner = source[Symbol.asyncIterator]();
    this.#protocol = protocol;
    this.#lost = lost;
    this.#told = told;
    this.ended = new Promise((resolve) => (this.#onEnded = resolve));
    lost.addEventListener("abort", () => void this.return());
  }

  [Symbol.asyncIterator](): AsyncIterator<Payload, HeaderMap | void> {
    return this;
  }

  async next(): Promise<ItemResult> {
    if (this.#lost.aborted) throw this.#lost.reason;
    try {
      const result = await this.#inner.next();
      if (result.done === true) return this.#end(result);
      const { body } = result.value;
      const bytes = body instanceof Uint8Array ? body : encoded(this.#protocol, body);
      return { done: false, value: { ...result.value, body: bytes } };
    } catch (error) {
      this.#onEnded();
      throw this.#told(error);
    }
  }

  async return(): Promise<ItemResult> {
    return this.#end((await this.#inner.return?.()) ?? { done: true, value: undefined });
  }

  #end(result: ItemResult): ItemResult {
    this.#onEnded();
    return result;
  }
}
