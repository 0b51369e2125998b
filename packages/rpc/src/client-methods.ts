import {
  discard,
  ApplicationError,
  type Call,
  derive,
  type Interaction,
  noHeaders,
  type Reply,
  wrongValue,
} from "@seapink/core";
import { type InteractionIdentity, newInteraction } from "@seapink/interactions";
import { type Codec, codecOf, type InteractionType, type Method } from "@seapink/schema";
import { Answer } from "./answer.ts";
import type { CallOptions, SinkOptions } from "./call-options.ts";
import type { ClientTarget } from "./client-target.ts";
import { type EncodedItems, encodeItems } from "./encode-items.ts";
import { OutgoingCall } from "./outgoing-call.ts";
import { Result } from "./result.ts";
import { StructBody } from "./struct-body.ts";

type AnyOptions = CallOptions & Partial<SinkOptions<unknown>>;

/** A method of a client, its types forgotten. */
export type AnyMethod = (args?: object, options?: AnyOptions) => unknown;

export type AnyMethods = Record<string | symbol, AnyMethod>;

const noOptions: AnyOptions = {};
const noArgs = {};

/** The functions of a client: those of a service, or, with `interaction`, of a handle. */
export function clientMethods(
  methods: Iterable<Method>,
  target: ClientTarget,
  interaction: Interaction | undefined,
): AnyMethods {
  const functions: AnyMethods = Object.create(null) as AnyMethods;
  for (const method of methods) functions[method.name] = new ClientMethod(method, target, interaction).function();
  return functions;
}

/** One method bound to where it goes; what does not change from call to call is made once. */
class ClientMethod {
  readonly #method: Method;
  readonly #target: ClientTarget;
  readonly #interaction: Call["interaction"];
  readonly #args: Codec;
  readonly #answer: Answer;
  readonly #sink: Result | undefined;
  readonly #wire: { readonly service: string; readonly method: string; readonly kind: Call["kind"] };

  constructor(method: Method, target: ClientTarget, interaction: Interaction | undefined) {
    this.#method = method;
    this.#target = target;
    this.#interaction = interaction && { of: interaction, create: false };
    this.#args = codecOf(method.args);
    this.#answer = new Answer(method, target.limits);
    this.#sink = method.sinkItem && new Result(method.name, method.sinkItem);
    this.#wire = { service: target.service, method: method.wireName, kind: method.kind };
  }

  function(): AnyMethod {
    const { creates, kind } = this.#method;
    const { only, stream, final } = this.#answer;
    if (creates !== undefined) return (args, options) => this.#create(creates, args, options);
    switch (kind) {
      case "call":
        return (args, options) => this.#send(args, options).then(hearing(options, only));
      case "oneway":
        return (args, options) => this.#send(args, options).then(nothing);
      case "stream":
        return (args, options) => this.#send(args, options).then(hearing(options, stream));
      case "bidi":
        return (args, options) => this.#sendItems(args, options, stream);
      case "sink":
        return (args, options) => this.#sendItems(args, options, final);
    }
  }

  #send(
    args: object = noArgs,
    options: CallOptions = noOptions,
    items?: EncodedItems,
    interaction: Call["interaction"] = this.#interaction,
  ): Promise<Reply | undefined> {
    try {
      if (interaction?.of.ended.aborted) throw over(this.#wire.method, interaction.of);
      if (Array.isArray(args)) wrongValue(`the arguments of ${this.#wire.method} by name, as one object`, args);
      const body = new StructBody(this.#args, args);
      const { handle, timeoutMs } = this.#target;
      return handle(new OutgoingCall(this.#wire, body, items, interaction, options, timeoutMs));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** Sends a call with items, which are returned if it fails, however far it came. */
  async #sendItems(
    args: object | undefined,
    options: AnyOptions | undefined,
    read: (reply: Reply | undefined, sent: EncodedItems) => unknown,
  ): Promise<unknown> {
    const { name } = this.#method;
    if (this.#sink === undefined || options?.items === undefined)
      throw new TypeError(`${name}: expected items in the options`);
    const items = encodeItems(this.#sink, options.items);
    try {
      const reply = await this.#send(args, options, items);
      return await hearing(options, (answer) => read(answer, items))(reply);
    } catch (error) {
      discard(items);
      throw error;
    }
  }

  /** Sends the call that creates an interaction; the handle may be used at once, and dies if the call fails. */
  #create(type: InteractionType, args: object | undefined, options: CallOptions | undefined): unknown {
    const identity = newInteraction(type.name);
    const handle = interactionHandle(type, this.#target, identity);
    const read = (reply: Reply | undefined): unknown => {
      const response = this.#answer.only(reply);
      return this.#answer.isVoid ? handle : [handle, response];
    };
    const reply = this.#send(args, options, undefined, { of: identity.interaction, create: true });
    const created = reply.then(hearing(options, read));
    created.catch((error: unknown) => identity.end(error));
    return Object.assign(created, { handle });
  }
}

function nothing(): undefined {}

/** Tells whoever wants to know the headers of an answer, before it is read. */
function hearing(
  options: CallOptions | undefined,
  read: (reply: Reply | undefined) => unknown,
): (reply: Reply | undefined) => unknown {
  const onHeaders = options?.onHeaders;
  if (onHeaders === undefined) return read;
  return (reply) => {
    onHeaders(reply?.headers ?? noHeaders);
    return read(reply);
  };
}

function over(method: string, { ended }: Interaction): ApplicationError {
  return new ApplicationError("interaction_lost", `${method}: the interaction is over`, {
    cause: ended.reason,
    mayHaveRun: false,
  });
}

/** An interaction that begins without a call of its own: with its first call. */
export function beginInteraction(type: InteractionType, target: ClientTarget): object {
  const identity = newInteraction(type.name);
  let create = true;
  const handle: ClientTarget["handle"] = (call) => {
    if (!create) return target.handle(call);
    create = false;
    return target.handle(derive(call, { interaction: { of: identity.interaction, create: true } }));
  };
  return interactionHandle(type, { ...target, handle }, identity);
}

// A method that the IDL names `close` stays what it is.
function interactionHandle(type: InteractionType, target: ClientTarget, identity: InteractionIdentity): object {
  const close = (): Promise<void> => {
    identity.end();
    return Promise.resolve();
  };
  const methods = clientMethods(type.methods.values(), target, identity.interaction);
  methods["close"] ??= close;
  methods[Symbol.asyncDispose] = close;
  return Object.freeze(methods);
}
