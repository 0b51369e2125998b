import { type Call, discard, noHeaders, type Reply, wrongValue } from "@seapink/core";
import { type Codec, codecOf, type InteractionType, type Method } from "@seapink/schema";
import { Answer } from "./answer.ts";
import type { CallOptions, SinkOptions } from "./call-options.ts";
import type { ClientTarget } from "./client-target.ts";
import { type EncodedItems, encodeItems } from "./encode-items.ts";
import { HandleLife } from "./handle-life.ts";
import { OutgoingCall } from "./outgoing-call.ts";
import { Result } from "./result.ts";
import { StructBody } from "./struct-body.ts";

type AnyOptions = CallOptions & Partial<SinkOptions<unknown>>;

/** A method of a client, its types forgotten. */
export type AnyMethod = (args?: object, options?: AnyOptions) => unknown;

export type AnyMethods = Record<string | symbol, AnyMethod>;

const noOptions: AnyOptions = {};
const noArgs = {};

/** Makes what the caller gets of a reply, and of the items that went with the call. */
type Read = (reply: Reply | undefined, sent?: EncodedItems) => unknown;

/** The functions of a client: those of a service, or, with the life of an interaction, of a handle. */
export function clientMethods(
  methods: Iterable<Method>,
  target: ClientTarget,
  life: HandleLife | undefined,
): AnyMethods {
  const functions: AnyMethods = Object.create(null) as AnyMethods;
  for (const method of methods) functions[method.name] = new ClientMethod(method, target, life).function();
  return functions;
}

/** One method bound to where it goes; what does not change from call to call is made once. */
class ClientMethod {
  readonly #method: Method;
  readonly #target: ClientTarget;
  readonly #life: HandleLife | undefined;
  readonly #interaction: Call["interaction"];
  readonly #args: Codec;
  readonly #answer: Answer;
  readonly #sink: Result | undefined;
  readonly #wire: { readonly service: string; readonly method: string; readonly kind: Call["kind"] };

  constructor(method: Method, target: ClientTarget, life: HandleLife | undefined) {
    this.#method = method;
    this.#target = target;
    this.#life = life;
    this.#interaction = life && { of: life.interaction, create: false };
    this.#args = codecOf(method.args);
    this.#answer = new Answer(method, target.limits);
    this.#sink = method.sinkItem && new Result(method.name, method.sinkItem);
    this.#wire = { service: target.service, method: method.wireName, kind: method.kind };
  }

  function(): AnyMethod {
    const { creates, kind } = this.#method;
    if (creates !== undefined) return (args, options) => this.#create(creates, args, options);
    const read = this.#read();
    return this.#sink === undefined || kind === "call" || kind === "oneway"
      ? (args, options) => this.#send(args, options).then(hearing(options, read))
      : (args, options) => this.#sendItems(args, options, read);
  }

  #read(): Read {
    const { only, stream, final } = this.#answer;
    switch (this.#method.kind) {
      case "call":
        return only;
      case "oneway":
        return nothing;
      case "stream":
      case "bidi":
        return stream;
      case "sink":
        return final;
    }
  }

  #send(
    args: object = noArgs,
    options: CallOptions = noOptions,
    items?: EncodedItems,
    interaction: Call["interaction"] = this.#interaction,
  ): Promise<Reply | undefined> {
    try {
      this.#life?.check();
      if (Array.isArray(args)) wrongValue(`the arguments of ${this.#wire.method} by name, as one object`, args);
      const body = new StructBody(this.#args, args);
      const { handle, timeoutMs } = this.#target;
      const reply = handle(new OutgoingCall(this.#wire, body, items, interaction, options, timeoutMs));
      if (this.#life !== undefined) this.#watch(reply, this.#life);
      return reply;
    } catch (error) {
      return Promise.reject(error);
    }
  }

  // Before the caller is told, so that it finds the handle as it is.
  #watch(reply: Promise<unknown>, life: HandleLife): void {
    reply.catch((error: unknown) => life.failed(error));
  }

  /** Sends a call with items, which are returned if it fails, however far it came. */
  async #sendItems(
    args: object | undefined,
    options: AnyOptions | undefined,
    read: Read,
    interaction?: Call["interaction"],
  ): Promise<unknown> {
    const { name } = this.#method;
    if (this.#sink === undefined || options?.items === undefined)
      throw new TypeError(`${name}: expected items in the options`);
    const items = encodeItems(this.#sink, options.items);
    try {
      const reply = await this.#send(args, options, items, interaction);
      return await hearing(options, read)(reply, items);
    } catch (error) {
      discard(items);
      throw error;
    }
  }

  /** Sends the call that creates an interaction; the handle may be used at once, and dies if the call fails. */
  #create(type: InteractionType, args: object | undefined, options: AnyOptions | undefined): unknown {
    const life = new HandleLife(type.name);
    const handle = interactionHandle(type, this.#target, life);
    const read = this.#besideHandle(handle);
    const interaction = { of: life.interaction, create: true };
    const created =
      this.#sink === undefined
        ? this.#send(args, options, undefined, interaction).then(hearing(options, read))
        : this.#sendItems(args, options, read, interaction);
    created.then(
      () => life.created(),
      (error: unknown) => life.notCreated(error),
    );
    return Object.assign(created, { handle });
  }

  /** The handle alone, or before whatever else is answered. */
  #besideHandle(handle: object): Read {
    const read = this.#read();
    const isAlone = this.#method.kind === "call" && this.#answer.isVoid;
    return (reply, sent) => {
      const rest = read(reply, sent);
      // A final response is awaited by whoever wants it, and surprises nobody else.
      if (rest instanceof Promise) rest.catch(() => undefined);
      return isAlone ? handle : [handle, rest];
    };
  }
}

function nothing(): undefined {}

/** Tells whoever wants to know the headers of an answer, before it is read. */
function hearing(options: CallOptions | undefined, read: Read): Read {
  const onHeaders = options?.onHeaders;
  if (onHeaders === undefined) return read;
  return (reply, sent) => {
    try {
      onHeaders(reply?.headers ?? noHeaders);
    } catch (error) {
      if (reply?.items !== undefined) discard(reply.items);
      throw error;
    }
    return read(reply, sent);
  };
}

/** The methods of an interaction, and its end. A method that the IDL names `close` stays what it is. */
export function interactionHandle(type: InteractionType, target: ClientTarget, life: HandleLife): object {
  const close = (): Promise<void> => {
    life.close();
    return Promise.resolve();
  };
  const methods = clientMethods(type.methods.values(), target, life);
  methods["close"] ??= close;
  methods[Symbol.asyncDispose] = close;
  return Object.freeze(methods);
}
