import { discard, ApplicationError, type Items, type Limits, type Reply } from "@seapink/core";
import type { Method, StructType } from "@seapink/schema";
import { decodeItems } from "./decode-items.ts";
import type { EncodedItems } from "./encode-items.ts";
import { Result } from "./result.ts";

/** What a client reads of the replies to one method. */
export class Answer {
  readonly isVoid: boolean;
  readonly #method: string;
  readonly #first: Result;
  readonly #stream: Result | undefined;
  readonly #final: Result | undefined;
  readonly #limits: Limits;

  constructor({ name, result, streamItem, finalResponse }: Method, limits: Limits) {
    const optional = (type: StructType | undefined): Result | undefined => type && new Result(name, type);
    this.#method = name;
    this.#first = new Result(name, result);
    this.#stream = optional(streamItem);
    this.#final = optional(finalResponse);
    this.isVoid = this.#first.isVoid;
    this.#limits = limits;
  }

  /** The only response. */
  readonly only = (reply: Reply | undefined): unknown => {
    const answer = reply ?? this.#missing("an answer");
    if (answer.items !== undefined) discard(answer.items);
    return this.#first.read(answer, answer.protocol, this.#limits);
  };

  /** The stream alone, or beside the first response where there is one. A first response may be an exception. */
  readonly stream = (reply: Reply | undefined): unknown => {
    const { response, items, protocol } = this.#response(reply);
    const result = this.#stream ?? this.#missing("a stream in its description");
    const stream = decodeItems(result, items, protocol, this.#limits);
    return this.isVoid ? stream : { response, stream };
  };

  /** The final response alone, or beside the first one where there is one. */
  readonly final = (reply: Reply | undefined, sent?: EncodedItems): unknown => {
    const { response, items, protocol } = this.#response(reply);
    const final = this.#readFinal(items, protocol, sent);
    if (this.isVoid) return final;
    // Whoever does not await the final response must not be surprised by an unhandled rejection.
    final.catch(() => undefined);
    return { response, final };
  };

  /** The first response, and the items behind it. If it cannot be read, or is an exception, nobody takes these. */
  #response(reply: Reply | undefined): {
    readonly response: unknown;
    readonly items: Items;
    readonly protocol: Reply["protocol"];
  } {
    const answer = reply ?? this.#missing("an answer");
    const { items, protocol } = answer;
    try {
      const response = this.#first.read(answer, protocol, this.#limits);
      return { response, items: items ?? this.#missing("items behind the answer"), protocol };
    } catch (error) {
      if (items !== undefined) discard(items);
      throw error;
    }
  }

  async #readFinal(items: Items, protocol: Reply["protocol"], sent: EncodedItems | undefined): Promise<unknown> {
    const result = this.#final ?? this.#missing("a final response in its description");
    try {
      for await (const item of items) return result.read(item, protocol, this.#limits);
    } catch (error) {
      // That the source of the items failed is known best here.
      throw sent?.failure === undefined ? error : sent.failure.error;
    }
    return this.#missing("a final response");
  }

  #missing(what: string): never {
    throw new ApplicationError("missing_result", `${this.#method}: expected ${what}, got none`);
  }
}
