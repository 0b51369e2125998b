import { ApplicationError, type Call, type Interaction, type Items, noHeaders, type Reply } from "@seapink/core";
import { type InteractionIdentity, newInteraction } from "@seapink/interactions";
import { type Codec, codecOf, type InteractionType, type Method } from "@seapink/schema";
import type { CallOptions, SinkOptions } from "./call-options.ts";
import type { ClientTarget } from "./client-target.ts";
import { decodeItems, encodeItems } from "./items.ts";
import { OutgoingCall } from "./outgoing-call.ts";
import { Result } from "./result.ts";
import { StructBody } from "./struct-body.ts";

/** A method of a client, its types forgotten. */
export type AnyMethod = (args?: object, options?: CallOptions & Partial<SinkOptions<unknown>>) => unknown;

export type AnyMethods = Record<string, AnyMethod>;

const noOptions: CallOptions & Partial<SinkOptions<unknown>> = {};
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
  readonly #result: Result;
  readonly #wire: { readonly service: string; readonly method: string; readonly kind: Call["kind"] };

  constructor(method: Method, target: ClientTarget, interaction: Interaction | undefined) {
    this.#method = method;
    this.#target = target;
    this.#interaction = interaction && { of: interaction, create: false };
    this.#args = codecOf(method.args);
    this.#result = new Result(method.name, method.result);
    this.#wire = { service: target.service, method: method.wireName, kind: method.kind };
  }

  function(): AnyMethod {
    const { creates, kind } = this.#method;
    if (creates !== undefined) return (args, options) => this.#create(creates, args, options);
    switch (kind) {
      case "call":
        return (args, options) => this.#send(args, options).then(this.#read(options));
      case "oneway":
        return (args, options) => this.#send(args, options).then(() => undefined);
      case "stream":
        return (args, options) => this.#send(args, options).then((reply) => this.#stream(reply, options));
      case "bidi":
        return (args, options) =>
          this.#send(args, options, this.#sink(options)).then((reply) => this.#stream(reply, options));
      case "sink":
        return (args, options) =>
          this.#send(args, options, this.#sink(options)).then((reply) => this.#final(reply, options));
    }
  }

  #send(
    args: object = noArgs,
    options: CallOptions = noOptions,
    items?: Items,
    interaction: Call["interaction"] = this.#interaction,
  ): Promise<Reply | undefined> {
    const body = new StructBody(this.#args, args);
    const { handle, timeoutMs } = this.#target;
    return handle(new OutgoingCall(this.#wire, body, items, interaction, options, timeoutMs));
  }

  readonly #plainRead = (reply: Reply | undefined): unknown => {
    const { protocol } = this.#answered(reply);
    return this.#result.read(reply as Reply, protocol, this.#target.limits);
  };

  #read(options: CallOptions | undefined): (reply: Reply | undefined) => unknown {
    const onHeaders = options?.onHeaders;
    if (onHeaders === undefined) return this.#plainRead;
    return (reply) => {
      onHeaders(reply?.headers ?? noHeaders);
      return this.#plainRead(reply);
    };
  }

  #answered(reply: Reply | undefined): Reply {
    if (reply !== undefined) return reply;
    throw new ApplicationError("missing_result", `${this.#method.name}: expected an answer, got none`);
  }

  #items(reply: Reply): Items {
    if (reply.items !== undefined) return reply.items;
    throw new ApplicationError("missing_result", `${this.#method.name}: expected items behind the answer, got none`);
  }

  #sink(options: Partial<SinkOptions<unknown>> | undefined): Items {
    const { sinkItem, name } = this.#method;
    if (sinkItem === undefined || options?.items === undefined)
      throw new TypeError(`${name}: expected items in the options`);
    return encodeItems(new Result(name, sinkItem), options.items);
  }

  /** The stream alone, or beside the first response where there is one. A first response may be an exception. */
  #stream(reply: Reply | undefined, options: CallOptions | undefined): unknown {
    const response = this.#read(options)(reply);
    const { protocol } = this.#answered(reply);
    const { streamItem, name } = this.#method;
    if (streamItem === undefined) throw new TypeError(`${name}: expected a stream in its description`);
    const stream = decodeItems(
      new Result(name, streamItem),
      this.#items(reply as Reply),
      protocol,
      this.#target.limits,
    );
    return this.#result.isVoid ? stream : { response, stream };
  }

  #final(reply: Reply | undefined, options: CallOptions | undefined): unknown {
    const response = this.#read(options)(reply);
    const final = this.#readFinal(this.#answered(reply));
    if (this.#result.isVoid) return final;
    // Whoever does not await the final response must not be surprised by an unhandled rejection.
    final.catch(() => undefined);
    return { response, final };
  }

  async #readFinal(reply: Reply): Promise<unknown> {
    const { finalResponse, name } = this.#method;
    if (finalResponse === undefined) throw new TypeError(`${name}: expected a final response in its description`);
    const result = new Result(name, finalResponse);
    for await (const item of this.#items(reply)) return result.read(item, reply.protocol, this.#target.limits);
    throw new ApplicationError("missing_result", `${name}: expected a final response, got none`);
  }

  /** Sends the call that creates an interaction; the handle may be used at once, and dies if the call fails. */
  #create(type: InteractionType, args: object | undefined, options: CallOptions | undefined): unknown {
    const identity = newInteraction(type.name);
    const handle = interactionHandle(type, this.#target, identity);
    const reply = this.#send(args, options, undefined, { of: identity.interaction, create: true });
    const created = reply.then((answer) => {
      const response = this.#read(options)(answer);
      return this.#result.isVoid ? handle : [handle, response];
    });
    created.catch((error: unknown) => identity.end(error));
    return Object.assign(created, { handle });
  }
}

/** An interaction that begins without a call of its own: with its first call. */
export function beginInteraction(type: InteractionType, target: ClientTarget): object {
  const identity = newInteraction(type.name);
  let create = true;
  const handle: ClientTarget["handle"] = (call) => {
    if (!create) return target.handle(call);
    create = false;
    return target.handle(
      Object.create(call, { interaction: { value: { of: identity.interaction, create: true } } }) as Call,
    );
  };
  return interactionHandle(type, { ...target, handle }, identity);
}

function interactionHandle(type: InteractionType, target: ClientTarget, identity: InteractionIdentity): object {
  const close = (): Promise<void> => {
    identity.end();
    return Promise.resolve();
  };
  const methods = clientMethods(type.methods.values(), target, identity.interaction);
  return Object.freeze(Object.assign(methods, { close, [Symbol.asyncDispose]: close }));
}
