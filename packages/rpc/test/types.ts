import type { Channel } from "@seapink/core";
import type {
  CallOptions,
  Client,
  Closable,
  Context,
  Implementation,
  InteractionClient,
  InteractionPromise,
  LooseClient,
  ServiceHandler,
} from "@seapink/rpc";
import { createClient, implement, local } from "@seapink/rpc";
import type { ServiceType } from "@seapink/schema";
import { Clock, type FileMethods, Lab, type LabMethods, NotFoundError } from "./lab.ts";

// Nothing here runs: the compiler checks that what must fit does, and that what must not does not.

declare const channel: Channel;
declare const client: Client<LabMethods>;
declare const file: InteractionClient<FileMethods>;
declare const context: Context;

type Info = { size: bigint; name: string };

/** What a call resolves to. */
export const results = {
  typed: createClient(Lab, channel) satisfies Client<LabMethods>,
  unary: client.echo({ text: "a" }) satisfies Promise<string>,
  optionalArgument: client.echo({ text: "a", tags: ["b"] }) satisfies Promise<string>,
  void: client.ping() satisfies Promise<undefined>,
  noArgumentNeeded: createClient(Clock, channel).now() satisfies Promise<bigint>,
  oneway: client.note({ text: "a" }) satisfies Promise<void>,
  stream: client.count({ to: 3 }) satisfies Promise<AsyncIterable<number>>,
  streamBehindResponse: client.tail({ key: "a" }) satisfies Promise<{ response: Info; stream: AsyncIterable<string> }>,
  sink: client.gather({}, { items: ["a"] }) satisfies Promise<string>,
  sinkBehindResponse: client.sum({ name: "a" }, { items: [1] }) satisfies Promise<{
    response: string;
    final: Promise<bigint>;
  }>,
  bidi: client.shout({}, { items: ["a"] }) satisfies Promise<AsyncIterable<string>>,
  interaction: client.open({ path: "a" }) satisfies Promise<InteractionClient<FileMethods>>,
  handleBeforeAnswer: client.open({ path: "a" }).handle satisfies InteractionClient<FileMethods>,
  interactionBesideResponse: client.openAndStat({ path: "a" }) satisfies InteractionPromise<
    readonly [InteractionClient<FileMethods>, Info],
    InteractionClient<FileMethods>
  >,
  interactionAndStream: client.openAndRead({ path: "a" }) satisfies InteractionPromise<
    readonly [InteractionClient<FileMethods>, AsyncIterable<string>],
    InteractionClient<FileMethods>
  >,
  interactionResponseAndStream: client.openAndTail({ path: "a" }) satisfies Promise<
    readonly [InteractionClient<FileMethods>, { response: Info; stream: AsyncIterable<string> }]
  >,
  interactionAndSink: client.openAndWrite({ path: "a" }, { items: ["a"] }) satisfies InteractionPromise<
    readonly [InteractionClient<FileMethods>, Promise<bigint>],
    InteractionClient<FileMethods>
  >,
  interactionResponseAndSink: client.openAndAppend({ path: "a" }, { items: ["a"] }) satisfies Promise<
    readonly [InteractionClient<FileMethods>, { response: string; final: Promise<bigint> }]
  >,
  interactionAndBidi: client.openAndShout({ path: "a" }, { items: ["a"] }) satisfies Promise<
    readonly [InteractionClient<FileMethods>, AsyncIterable<string>]
  >,
  constructed: client.createFile() satisfies InteractionClient<FileMethods>,
  ofInteraction: file.seek({ delta: 1n }) satisfies Promise<bigint>,
  streamOfInteraction: file.read({ bytes: 1 }) satisfies Promise<AsyncIterable<string>>,
  closable: file satisfies Closable,
};

/** What a caller may pass. */
export const options = {
  all: {
    timeoutMs: 5,
    signal: AbortSignal.timeout(1),
    headers: { a: "b" },
    parent: context,
    onHeaders: (headers) => headers.get("a"),
  },
  headersAsMap: { headers: new Map([["a", "b"]]) },
  // @ts-expect-error -- durations are numbers
  duration: { timeoutMs: "5 s" },
  // @ts-expect-error -- headers are text
  header: { headers: { a: 5 } },
} satisfies Record<string, CallOptions>;

/** Calls that must not compile. */
export const wrongCalls = {
  // @ts-expect-error -- text is missing
  missingArgument: () => client.echo({}),
  // @ts-expect-error -- an argument is required
  noArguments: () => client.echo(),
  // @ts-expect-error -- text is a string
  wrongArgument: () => client.echo({ text: 5 }),
  // @ts-expect-error -- there is no such argument
  unknownArgument: () => client.echo({ text: "a", txet: "b" }),
  // @ts-expect-error -- i64 is a bigint
  wrongI64: () => file.seek({ delta: 1 }),
  // @ts-expect-error -- there is no such method
  unknownMethod: () => client.ehco({ text: "a" }),
  // @ts-expect-error -- methods of an interaction are those of its handle
  methodOfInteraction: () => client.seek({ delta: 1n }),
  // @ts-expect-error -- methods of the service are not those of a handle
  methodOfService: () => file.echo({ text: "a" }),
  // @ts-expect-error -- a sink takes items
  sinkWithoutOptions: () => client.gather({}),
  // @ts-expect-error -- a sink takes items
  sinkWithoutItems: () => client.gather({}, { timeoutMs: 5 }),
  // @ts-expect-error -- of strings
  wrongItems: () => client.gather({}, { items: [5] }),
  // @ts-expect-error -- bidi takes items
  bidiWithoutItems: () => client.shout({}, {}),
  // @ts-expect-error -- a unary call takes none
  unexpectedItems: () => client.echo({ text: "a" }, { items: [] }),
  // @ts-expect-error -- the answer is a string
  wrongResult: () => client.echo({ text: "a" }) satisfies Promise<number>,
  // @ts-expect-error -- there is a first response
  streamAlone: () => client.tail({ key: "a" }) satisfies Promise<AsyncIterable<string>>,
  // @ts-expect-error -- only what creates an interaction has a handle
  handle: () => client.echo({ text: "a" }).handle,
  // @ts-expect-error -- a handle that begins with its first call is there at once, and owes nothing
  constructedLater: () => client.createFile().handle,
  // @ts-expect-error -- and takes nothing
  constructorArguments: () => client.createFile({ path: "a" }),
  // @ts-expect-error -- a sink takes items, also behind a creation
  creatingSinkWithoutItems: () => client.openAndWrite({ path: "a" }),
  // @ts-expect-error -- clients are not changed
  assignment: () => (client.echo = client.find),
};

declare const handler: Implementation<LabMethods>;
declare const objectOfFile: Implementation<FileMethods>;

/** Methods that fit: at once or later, with or without what they do not need. */
export const methods = {
  now: { ...handler, echo: ({ text }) => text },
  later: { ...handler, echo: async ({ text, tags = [] }, { headers }) => text + tags.length + headers.size },
  void: { ...handler, ping: () => undefined },
  generator: {
    ...handler,
    async *count({ to }) {
      yield to;
    },
  },
  streamLater: { ...handler, count: async ({ to }) => countTo(to) },
  items: {
    ...handler,
    async gather(_, { items }) {
      let all = "";
      for await (const item of items) all += item;
      return all;
    },
  },
  finalLater: { ...handler, sum: () => ({ response: "a", final: Promise.resolve(1n) }) },
  interaction: { ...handler, open: () => objectOfFile, openAndStat: () => [objectOfFile, { size: 1n, name: "" }] },
  constructorLater: {
    ...handler,
    createFile: async (_, { headers }) => (headers.size === 0 ? objectOfFile : objectOfFile),
  },
  declared: { ...handler, find: (_, context) => context.raise(new NotFoundError({ key: "" })) },
  declaredForStream: { ...handler, count: (_, context) => context.raise(new NotFoundError({ key: "" })) },
  declaredForFinal: { ...handler, sum: (_, context) => context.raise(new NotFoundError({ key: "" })) },
  creatingStream: { ...handler, openAndRead: async () => [objectOfFile, texts] },
  creatingResponseAndStream: {
    ...handler,
    openAndTail: () => [objectOfFile, { response: { size: 1n, name: "" }, stream: texts }],
  },
  creatingSink: { ...handler, openAndWrite: (_, { items }) => [objectOfFile, lengthOf(items)] },
  creatingSinkAtOnce: { ...handler, openAndAppend: () => [objectOfFile, { response: "a", final: 1n }] },
  creatingBidi: { ...handler, openAndShout: (_, { items }) => [objectOfFile, items] },
} satisfies Record<string, Implementation<LabMethods>>;

declare const texts: AsyncIterable<string>;
declare function lengthOf(items: AsyncIterable<string>): Promise<bigint>;
declare function countTo(to: number): AsyncIterable<number>;

/** Methods that must not compile. */
export const wrongMethods = {
  // @ts-expect-error -- the result is a string
  result: { ...handler, echo: () => 5 },
  // @ts-expect-error -- and not absent
  noResult: { ...handler, echo: () => undefined },
  // @ts-expect-error -- a promise of a string
  resultLater: { ...handler, echo: async () => 5 },
  // @ts-expect-error -- text is a string
  argument: { ...handler, echo: ({ text }: { text: number }) => String(text) },
  // @ts-expect-error -- there is no such argument
  unknownArgument: { ...handler, echo: ({ txet }) => txet },
  // @ts-expect-error -- tags may be absent
  absentArgument: { ...handler, echo: ({ tags }) => tags.join() },
  // @ts-expect-error -- items are numbers
  stream: { ...handler, count: () => ["a"] },
  // @ts-expect-error -- the response comes first
  streamAlone: { ...handler, tail: () => ["a"] },
  items: {
    ...handler,
    async echo(_, { items }) {
      // @ts-expect-error -- a unary method gets no items
      for await (const item of items) return item.toString();
      return "";
    },
  },
  // @ts-expect-error -- items are strings
  wrongItems: { ...handler, gather: (_, { method }: Context<number>) => method },
  // @ts-expect-error -- the final response is a bigint
  final: { ...handler, sum: () => ({ response: "a", final: 1 }) },
  // @ts-expect-error -- seek is missing
  interaction: { ...handler, open: () => ({ read: objectOfFile.read, crash: objectOfFile.crash }) },
  // @ts-expect-error -- the object comes first
  order: { ...handler, openAndStat: () => [{ size: 1n, name: "" }, objectOfFile] },
  // @ts-expect-error -- what is constructed is a file
  constructed: { ...handler, createFile: () => ({ seek: objectOfFile.seek }) },
  // @ts-expect-error -- the object comes before the stream
  creatingStreamAlone: { ...handler, openAndRead: () => texts },
  // @ts-expect-error -- of strings
  creatingStreamOfOthers: { ...handler, openAndRead: () => [objectOfFile, [1]] },
  // @ts-expect-error -- the response comes with the stream
  creatingStreamWithoutResponse: { ...handler, openAndTail: () => [objectOfFile, texts] },
  // @ts-expect-error -- the method declares none
  undeclared: { ...handler, shout: (_, context) => context.raise(new NotFoundError({ key: "" })) },
  // @ts-expect-error -- what ends a sink is a bigint
  creatingSink: { ...handler, openAndWrite: () => [objectOfFile, "a"] },
  // @ts-expect-error -- most methods are missing
  missing: { echo: handler.echo },
} satisfies Record<string, Implementation<LabMethods>>;

/** A method that the IDL names `close` stays what it is; a handle is ended by disposing of it. */
interface DoorMethods {
  close: { kind: "call"; args: { gently: boolean }; returns: string };
}

declare const door: InteractionClient<DoorMethods>;

export const doors = {
  close: () => door.close({ gently: true }) satisfies Promise<string>,
  end: () => door[Symbol.asyncDispose]() satisfies PromiseLike<void>,
  // @ts-expect-error -- this is not the handle's own
  closeHandle: () => door.close(),
};

declare const loose: ServiceType;
declare const looseClient: LooseClient;

/** Without generated types any method may be called, and any object may implement it. */
export const looseness = {
  client: createClient(loose, channel) satisfies LooseClient,
  call: looseClient["anything"]?.({ a: 1 }, { timeoutMs: 5 }) satisfies Promise<unknown> | undefined,
  items: looseClient["anything"]?.({}, { items: [1] }),
  handle: looseClient["open"]?.().handle satisfies InteractionClient | undefined,
  handler: implement(loose, { anything: () => 5 }) satisfies ServiceHandler,
  argumentsOfSomeType: implement(loose, { anything: ({ a, b }) => [a, b] satisfies unknown[] }),
  contextOfSomeItems: implement(loose, {
    anything: (_, { items, headers }) => [items satisfies AsyncIterable<unknown>, headers.size],
  }),
  argumentsAsStated: implement(loose, { anything: ({ a }: { a: string }) => a.length }),
  instance: implement(loose, new Date()),
  // @ts-expect-error -- arguments are one object
  positional: () => looseClient["anything"]?.("a"),
  // @ts-expect-error -- what arguments are is not known
  argumentUse: implement(loose, { anything: ({ a }) => a.length }),
  // @ts-expect-error -- an implementation is an object
  primitive: () => implement(loose, "anything"),
};

/** Services of different methods are different types, and each is a service. */
export const services = {
  any: Clock satisfies ServiceType,
  typed: local(implement(Clock, { now: () => 1n })) satisfies Channel,
  // @ts-expect-error -- the clock is no lab
  other: Clock satisfies ServiceType<LabMethods>,
  // @ts-expect-error -- nor does it do what the lab does
  client: createClient(Clock, channel) satisfies Client<LabMethods>,
};
