import { type InteractionType, type Method, successOf, type StructType } from "@seapink/schema";
import { sampleOf } from "../sample/sample-of.ts";

/** How many items a stream has. */
const itemCount = 3;

/** What a method answers without a script, in the shape in which an implementation returns it. */
export class SampleAnswers {
  readonly #method: Method;
  readonly #create: (type: InteractionType, made: undefined) => object;
  readonly #samples: Map<StructType, unknown> = new Map();

  /** @param create makes server objects */
  constructor(method: Method, create: (type: InteractionType, made: undefined) => object) {
    this.#method = method;
    this.#create = create;
  }

  /** @param items what the client sends */
  of(items: AsyncIterable<unknown>): unknown {
    const { kind, result, creates } = this.#method;
    const isVoid = successOf(result) === undefined;
    if (creates === undefined) return this.#answer(items, isVoid);
    const object = this.#create(creates, undefined);
    return kind === "call" && isVoid ? object : [object, this.#answer(items, isVoid)];
  }

  #answer(items: AsyncIterable<unknown>, isVoid: boolean): unknown {
    const { kind, result, streamItem, finalResponse } = this.#method;
    if (kind === "oneway") return undefined;
    const response = isVoid ? undefined : this.#sampleOf(result);
    if (streamItem !== undefined) {
      const stream = this.#stream(streamItem, items);
      return isVoid ? stream : { response, stream };
    }
    if (finalResponse === undefined) return response;
    const final = this.#final(finalResponse, items);
    return isVoid ? final : { response, final };
  }

  /** All that it streams comes at once; it ends when the client has sent all. */
  async *#stream(item: StructType, items: AsyncIterable<unknown>): AsyncGenerator {
    for (let count = 0; count < itemCount; count++) yield this.#sampleOf(item);
    await taken(items);
  }

  async #final(final: StructType, items: AsyncIterable<unknown>): Promise<unknown> {
    await taken(items);
    return this.#sampleOf(final);
  }

  /** Nobody changes a sample: one is enough. */
  #sampleOf(result: StructType): unknown {
    const success = successOf(result);
    if (success === undefined) return undefined;
    const sample = this.#samples.get(result) ?? sampleOf(success.type, { name: this.#method.name });
    this.#samples.set(result, sample);
    return sample;
  }
}

async function taken(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}
