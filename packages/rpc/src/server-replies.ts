import type { Items, Payload, Reply } from "@seapink/core";
import type { Tile } from "@seapink/interactions";
import type { Method } from "@seapink/schema";
import type { Context } from "./context.ts";
import { encodeItems } from "./encode-items.ts";
import { Result } from "./result.ts";
import { StructBody } from "./struct-body.ts";

/** Makes replies of what one method of an implementation returns or throws. */
export class ServerReplies {
  /** A sink is answered before its items are taken: what the method returns is the final response. */
  readonly areAtOnce: boolean;
  readonly #method: Method;
  readonly #result: Result;
  readonly #stream: Result | undefined;
  readonly #final: Result | undefined;

  constructor(method: Method) {
    const { name, creates, result, streamItem, finalResponse } = method;
    this.#method = method;
    this.#result = new Result(name, result);
    this.#stream = streamItem && new Result(name, streamItem);
    this.#final = finalResponse && new Result(name, finalResponse);
    this.areAtOnce = this.#final !== undefined && this.#result.isVoid && creates === undefined;
  }

  /** @param tile what the call is made on, or creates: there is one for each method that creates */
  of(value: unknown, context: Context, tile: Tile | undefined): Reply | undefined {
    const { kind, creates } = this.#method;
    if (kind === "oneway") return undefined;
    const response = creates === undefined ? value : this.#created(value, tile as Tile);
    if (this.#stream !== undefined) return this.#streamReply(this.#stream, response, context);
    if (this.#final !== undefined) return this.#sinkReply(this.#final, response, context, tile);
    return this.#success(response, undefined, context);
  }

  #success(value: unknown, items: Items | undefined, context: Context): Reply {
    if (value === undefined && !this.#result.isVoid) {
      throw new TypeError(`${this.#method.name}: expected the implementation to return a result, got undefined`);
    }
    return this.#replyOf(this.#result.success(value), undefined, items, context);
  }

  /** A declared exception is an answer; another error is thrown on. */
  ofFailure(error: unknown, context: Context): Reply {
    const failure = this.#result.failure(error);
    if (failure === undefined || this.#method.kind === "oneway") throw error;
    return this.#replyOf(failure.value, failure.exception, undefined, context);
  }

  #replyOf(value: object, exception: Payload["exception"], items: Items | undefined, context: Context): Reply {
    const body = new StructBody(this.#result.codec, value);
    return { headers: context.replyHeaders, body, exception, protocol: undefined, items };
  }

  /** Takes the object out of what a method returned that creates an interaction; what is left is its answer. */
  #created(value: unknown, tile: Tile): unknown {
    const [object, response] = this.#isAlone() ? [value, undefined] : this.#pair(value);
    if (typeof object !== "object" || object === null) {
      throw this.#unexpected("a server object", object);
    }
    tile.created(object);
    return response;
  }

  #isAlone(): boolean {
    return this.#result.isVoid && this.#stream === undefined && this.#final === undefined;
  }

  #pair(value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    const many = this.#stream === undefined ? "final" : "stream";
    const isMany = this.#stream !== undefined || this.#final !== undefined;
    const behind = !isMany ? "response" : this.#result.isVoid ? many : `{ response, ${many} }`;
    throw this.#unexpected(`[object, ${behind}]`, value);
  }

  /** What is in an object is checked by those who take it. */
  #parts(value: unknown, expected: string): Readonly<Record<string, unknown>> {
    if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
    throw this.#unexpected(expected, value);
  }

  #unexpected(expected: string, value: unknown): TypeError {
    const message = `expected the implementation to return ${expected}, got ${typeof value}`;
    return new TypeError(`${this.#method.name}: ${message}`);
  }

  // `encodeItems` refuses what cannot be iterated over.
  #streamReply(stream: Result, value: unknown, context: Context): Reply {
    if (this.#result.isVoid)
      return this.#success(undefined, encodeItems(stream, value as AsyncIterable<unknown>), context);
    const answer = this.#parts(value, "{ response, stream }");
    return this.#success(answer["response"], encodeItems(stream, answer["stream"] as AsyncIterable<unknown>), context);
  }

  #sinkReply(result: Result, value: unknown, context: Context, tile: Tile | undefined): Reply {
    const answer = this.#result.isVoid
      ? { response: undefined, final: value }
      : this.#parts(value, "{ response, final }");
    const { response, final } = answer as { readonly response: unknown; readonly final: unknown };
    if (isThenable(final)) holdUntil(final, tile);
    return this.#success(response, encodeItems(result, once(final)), context);
  }
}

/** What ends a sink may fail before anybody asks for it; until it has settled, the method runs on its interaction. */
function holdUntil(final: PromiseLike<unknown>, tile: Tile | undefined): void {
  const release = tile?.hold() ?? ((): void => undefined);
  final.then(release, release);
}

async function* once(value: unknown): AsyncGenerator {
  yield await value;
}

// A struct may have a field `then`, but no function in it.
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
