import { ApplicationError, type Call, type CallKind, isProtocolError, type Limits, type Reply } from "@seapink/core";
import type { Tile } from "@seapink/interactions";
import { type Codec, codecOf, type InteractionType, type Method } from "@seapink/schema";
import { Context } from "./context.ts";
import { decodeItems } from "./decode-items.ts";
import { type AnyFunction, findMethod } from "./find-method.ts";
import { Result } from "./result.ts";
import { isThenable, ServerReplies } from "./server-replies.ts";
import { readBody } from "./struct-body.ts";

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
  readonly #sink: Result | undefined;
  readonly #replies: ServerReplies;
  readonly #limits: Limits;
  readonly #object: object | undefined;
  readonly #function: AnyFunction | undefined;

  constructor(method: Method, { implementation, interaction }: MethodOwner, limits: Limits) {
    const { name, creates, args, sinkItem } = method;
    this.#method = method;
    this.creates = creates;
    this.interaction = interaction;
    this.#args = codecOf(args);
    this.#sink = sinkItem && new Result(name, sinkItem);
    this.#replies = new ServerReplies(method);
    this.#limits = limits;
    this.#object = implementation;
    this.#function = implementation && findMethod(implementation, name);
  }

  /** @param tile the interaction that the call creates, or is made on */
  answer(call: Call, tile: Tile | undefined): Promise<Reply | undefined> {
    const context = new Context(call, this.#itemsOf(call));
    try {
      this.#checkKind(call);
      const returned = this.#invoke(this.#readArgs(call), context, tile);
      if (this.#replies.areAtOnce || !isThenable(returned))
        return Promise.resolve(this.#replies.of(returned, context, tile));
      return Promise.resolve(returned).then(
        (value) => this.#replies.of(value, context, tile),
        (error: unknown) => this.#replies.ofFailure(error, context),
      );
    } catch (error) {
      return settled(() => this.#replies.ofFailure(error, context));
    }
  }

  /** Whether there is an answer, the IDL decides; whoever expects items, or sends them, must find a method that has some. */
  #checkKind({ kind }: Call): void {
    const ours = this.#method.kind;
    if (kind === ours || (!hasItems(kind) && !hasItems(ours))) return;
    const message = `${this.#method.name}: expected a ${ours}, got a ${kind}`;
    throw new ApplicationError("invalid_message_type", message, { mayHaveRun: false });
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
    return decodeItems(this.#sink, items, protocol, this.#limits, this.#unreadable) as AsyncIterable<never>;
  }

  /** What the client sent is its own fault, and it is told so. */
  readonly #unreadable = (cause: unknown): unknown => {
    if (!isProtocolError(cause)) return cause;
    return new ApplicationError("protocol_error", `${this.#method.name}: an item: ${cause.message}`, { cause });
  };

  #invoke(args: unknown, context: Context, tile: Tile | undefined): unknown {
    const { name } = this.#method;
    if (this.creates !== undefined && tile === undefined) {
      const message = `${name} creates an interaction, which needs a dialect that carries interactions`;
      throw new ApplicationError("unsupported_client_type", message, { mayHaveRun: false });
    }
    if (this.#function !== undefined) return this.#function.call(this.#object, args, context);
    if (tile === undefined) {
      const owner = this.interaction?.name ?? "an interaction";
      const message = `${name}: expected a call on an interaction, since it is a method of ${owner}, got one on none`;
      throw new ApplicationError("unknown_method", message);
    }
    const method = findMethod(tile.object, name);
    if (method === undefined)
      throw new ApplicationError("unknown_method", `${tile.interaction.name} has no method ${name}`);
    return method.call(tile.object, args, context);
  }
}

function hasItems(kind: CallKind): boolean {
  return kind !== "call" && kind !== "oneway";
}

function settled<T>(f: () => T): Promise<T> {
  try {
    return Promise.resolve(f());
  } catch (error) {
    return Promise.reject(error);
  }
}
