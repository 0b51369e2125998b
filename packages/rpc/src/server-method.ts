import {
  ApplicationError,
  type Call,
  isProtocolError,
  type Items,
  type Limits,
  type Payload,
  type Reply,
} from "@seapink/core";
import type { Tile } from "@seapink/interactions";
import { type Codec, codecOf, type InteractionType, type Method } from "@seapink/schema";
import { Context } from "./context.ts";
import { decodeItems } from "./decode-items.ts";
import { encodeItems } from "./encode-items.ts";
import { type AnyFunction, findMethod } from "./find-method.ts";
import { Result } from "./result.ts";
import { readBody, StructBody } from "./struct-body.ts";

/** Where a method is found: in the one object that implements a service, or in each object of an interaction. */
type MethodOwner =
  | { readonly implementation: object; readonly interaction?: undefined }
  | { readonly interaction: InteractionType; readonly implementation?: undefined };

/** One method of a server: reads the arguments, calls the implementation, makes the reply of what it returns. */
export class ServerMethod {
  readonly creates: InteractionType | undefined;
  /** The interaction that it is a method of. */
  readonly interaction: InteractionType | undefined;
  readonly #method: Method;
  readonly #args: Codec;
  readonly #result: Result;
  readonly #stream: Result | undefined;
  readonly #sink: Result | undefined;
  readonly #final: Result | undefined;
  readonly #limits: Limits;
  readonly #object: object | undefined;
  readonly #function: AnyFunction | undefined;

  constructor(method: Method, { implementation, interaction }: MethodOwner, limits: Limits) {
    const { name, creates, args, result, streamItem, sinkItem, finalResponse } = method;
    this.#method = method;
    this.creates = creates;
    this.interaction = interaction;
    this.#args = codecOf(args);
    this.#result = new Result(name, result);
    this.#stream = streamItem && new Result(name, streamItem);
    this.#sink = sinkItem && new Result(name, sinkItem);
    this.#final = finalResponse && new Result(name, finalResponse);
    this.#limits = limits;
    this.#object = implementation;
    this.#function = implementation && findMethod(implementation, name);
  }

  /** @param tile the interaction that the call creates, or is made on */
  answer(call: Call, tile: Tile | undefined): Promise<Reply | undefined> {
    const context = new Context(call, this.#itemsOf(call));
    try {
      const returned = this.#invoke(this.#readArgs(call), context, tile);
      // A sink is answered before its items are taken; what the method returns is the final response.
      if (this.#final !== undefined && this.#result.isVoid && this.creates === undefined)
        return Promise.resolve(this.#sinkReply(this.#final, returned, context));
      if (!isThenable(returned)) return Promise.resolve(this.#reply(returned, context, tile));
      return Promise.resolve(returned).then(
        (value) => this.#reply(value, context, tile),
        (error: unknown) => this.#failure(error, context),
      );
    } catch (error) {
      return settled(() => this.#failure(error, context));
    }
  }

  #readArgs(call: Call): unknown {
    try {
      return readBody(this.#args, call.body, call.protocol, this.#limits);
    } catch (cause) {
      if (!isProtocolError(cause)) throw cause;
      throw new ApplicationError("protocol_error", `${this.#method.name}: ${cause.message}`, { cause });
    }
  }

  #itemsOf({ items, protocol }: Call): AsyncIterable<never> | undefined {
    if (this.#sink === undefined || items === undefined) return undefined;
    // The values are what the IDL says; only generated code knows it as a type.
    return decodeItems(this.#sink, items, protocol, this.#limits) as AsyncIterable<never>;
  }

  #invoke(args: unknown, context: Context, tile: Tile | undefined): unknown {
    const { name } = this.#method;
    if (this.creates !== undefined && tile === undefined) {
      const message = `${name} creates an interaction, which needs a dialect that carries interactions`;
      throw new ApplicationError("unsupported_client_type", message, { mayHaveRun: false });
    }
    if (this.#function !== undefined) return this.#function.call(this.#object, args, context);
    if (tile === undefined) {
      const message = `${name} is a method of an interaction, got a call on none`;
      throw new ApplicationError("interaction_lost", message, { mayHaveRun: false });
    }
    const method = findMethod(tile.object, name);
    if (method === undefined)
      throw new ApplicationError("unknown_method", `${tile.interaction.name} has no method ${name}`);
    return method.call(tile.object, args, context);
  }

  #reply(value: unknown, context: Context, tile: Tile | undefined): Reply | undefined {
    if (this.#method.kind === "oneway") return undefined;
    // Without a tile, `#invoke` has thrown.
    return this.creates === undefined
      ? this.#response(value, context)
      : this.#response(this.#created(value, tile as Tile), context);
  }

  #response(value: unknown, context: Context): Reply {
    if (this.#stream !== undefined) return this.#streamReply(this.#stream, value, context);
    if (this.#final !== undefined) return this.#sinkReply(this.#final, value, context);
    return this.#success(value, undefined, context);
  }

  #success(value: unknown, items: Items | undefined, context: Context): Reply {
    if (value === undefined && !this.#result.isVoid) {
      throw new TypeError(`${this.#method.name}: expected the implementation to return a result, got undefined`);
    }
    return this.#replyOf(this.#result.success(value), undefined, items, context);
  }

  #failure(error: unknown, context: Context): Reply {
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

  #sinkReply(final: Result, value: unknown, context: Context): Reply {
    if (this.#result.isVoid) return this.#success(undefined, this.#finalItems(final, value), context);
    const answer = this.#parts(value, "{ response, final }");
    return this.#success(answer["response"], this.#finalItems(final, answer["final"]), context);
  }

  #finalItems(result: Result, final: unknown): Items {
    // It may fail before anybody asks for it.
    if (isThenable(final)) final.then(undefined, () => undefined);
    return encodeItems(result, once(final));
  }
}

async function* once(value: unknown): AsyncGenerator {
  yield await value;
}

// A struct may have a field `then`, but no function in it.
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}

function settled<T>(f: () => T): Promise<T> {
  try {
    return Promise.resolve(f());
  } catch (error) {
    return Promise.reject(error);
  }
}
