import { isThriftError } from "@seapink/core";
import type { InteractionType, Method } from "@seapink/schema";
import { declaredField } from "../declared-field.ts";
import { mapped } from "../mapped.ts";
import type { SampleAnswers } from "./sample-answers.ts";
import { type Answer, explained } from "./script.ts";

export interface ScriptedAnswersOptions {
  readonly samples: SampleAnswers;
  readonly create: (type: InteractionType, made: unknown) => object;
  /** The service or interaction, for what is told of errors. */
  readonly owner: string;
  readonly href: string | undefined;
}

/**
 * What a method answers by a function of a script: a sample where that returns nothing. Server objects get the methods
 * that they lack, and an error that the caller is not told of says where it came from.
 */
export class ScriptedAnswers {
  readonly #method: Method;
  readonly #answer: Answer;
  readonly #options: ScriptedAnswersOptions;

  constructor(method: Method, answer: Answer, options: ScriptedAnswersOptions) {
    this.#method = method;
    this.#answer = answer;
    this.#options = options;
  }

  readonly of: Answer = (args, context) => {
    const { samples } = this.#options;
    try {
      const complete = (returned: unknown): unknown =>
        returned === undefined ? samples.of(context.items) : this.#completed(returned);
      return later(this.#answer(args, context), complete, this.#told);
    } catch (error) {
      throw this.#told(error);
    }
  };

  /** What fits in no way is left as it is: whoever takes it says so. */
  #completed(returned: unknown): unknown {
    const { creates } = this.#method;
    if (creates === undefined) return this.#watched(returned);
    const { create } = this.#options;
    if (!Array.isArray(returned)) return isObject(returned) ? create(creates, returned) : returned;
    const [object, ...answers] = returned as readonly unknown[];
    return [create(creates, object), ...answers.map((answer) => this.#watched(answer))];
  }

  #watched(answer: unknown): unknown {
    const { streamItem, finalResponse } = this.#method;
    if (!isObject(answer)) return answer;
    if (streamItem !== undefined) {
      if (isItems(answer)) return mapped(answer, { change: (item) => item, told: this.#told });
      return "stream" in answer ? { ...answer, stream: this.#watched(answer.stream) } : answer;
    }
    const isBeside = finalResponse !== undefined && "final" in answer && "response" in answer;
    return isBeside ? { ...answer, final: later(answer.final, (final) => final, this.#told) } : answer;
  }

  readonly #told = (error: unknown): unknown => {
    if (isThriftError(error) || this.#declares(error)) return error;
    const { owner, href } = this.#options;
    return new Error(`${owner}.${this.#method.name}: ${explained(error, href)}`);
  };

  #declares(error: unknown): boolean {
    const { result, streamItem, finalResponse } = this.#method;
    return declaredField(error, result, streamItem, finalResponse) !== undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isItems(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

/** Goes on with a value, or with what a promise becomes, at once where it can. */
export function later(
  value: unknown,
  then: (value: unknown) => unknown,
  told: (error: unknown) => unknown = (error) => error,
): unknown {
  if (!isThenable(value)) return then(value);
  return Promise.resolve(value).then(then, (error: unknown) => Promise.reject(told(error)));
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
