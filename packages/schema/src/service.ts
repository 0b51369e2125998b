import { field, struct } from "./define.ts";
import {
  type Annotations,
  type ExceptionType,
  type Field,
  type MakeCodec,
  noAnnotations,
  type StructType,
  type Type,
} from "./type.ts";

/** How a method talks, as the IDL has it. */
export type MethodKind = "call" | "oneway" | "stream" | "sink" | "bidi";

/**
 * One method. Every struct that it sends is described: the arguments, the result with its exceptions, the items of a
 * stream and of a sink with theirs.
 */
export interface Method {
  readonly kind: MethodKind;
  readonly name: string;
  /** What the wire calls it: `get`, or, once it belongs to an interaction, `FileAccess.seek`. */
  readonly wireName: string;
  /** The arguments as fields, in the order of the IDL. */
  readonly args: StructType;
  /** Field 0 `success`, absent for void, and one field for each declared exception: the first, or only, response. */
  readonly result: StructType;
  /** `stream` and `bidi`: an item, field 0, and the exceptions that may end the stream. */
  readonly streamItem: StructType | undefined;
  /** `sink` and `bidi`: an item of the caller's, field 0, and the exceptions with which the caller may break off. */
  readonly sinkItem: StructType | undefined;
  /** `sink`: what ends it, like `result`. */
  readonly finalResponse: StructType | undefined;
  /** The interaction that a call of this method creates. */
  readonly creates: InteractionType | undefined;
  readonly annotations: Annotations;
}

declare const signatures: unique symbol;

/**
 * A server object with methods of its own, created by a method of a service. The type parameter, where generated code
 * gives one, carries their signatures.
 */
export interface InteractionType<S = unknown> {
  readonly kind: "interaction";
  readonly name: string;
  readonly methods: ReadonlyMap<string, Method>;
  /** Whether its calls run one at a time, in the order of arrival. */
  readonly serial: boolean;
  readonly annotations: Annotations;
  readonly [signatures]?: S;
}

/** A service. The type parameter, where generated code gives one, carries the signatures of its methods. */
export interface ServiceType<S = unknown> {
  readonly kind: "service";
  readonly name: string;
  /** By name, those of the service that this one extends included. */
  readonly methods: ReadonlyMap<string, Method>;
  readonly extends: ServiceType | undefined;
  /** The interactions that a client may begin without a call of its own (`performs`). */
  readonly performs: readonly InteractionType[];
  readonly annotations: Annotations;
  readonly [signatures]?: S;
}

/** What `method` takes; everything left out is empty, void or absent. */
export interface MethodOptions {
  readonly kind?: MethodKind;
  readonly args?: readonly Field[];
  /** The type of the result, or of the first response before a stream or sink; absent for void. */
  readonly returns?: Type | undefined;
  readonly throws?: readonly Field[];
  readonly stream?: { readonly of: Type; readonly throws?: readonly Field[] } | undefined;
  readonly sink?:
    | {
        readonly of: Type;
        readonly throws?: readonly Field[];
        /** What ends it; a bidi has none. */
        readonly final?: Type;
        readonly finalThrows?: readonly Field[];
      }
    | undefined;
  readonly creates?: InteractionType | undefined;
  readonly annotations?: Annotations;
  /** Compiled ahead of time, for the structs of the method of the same names. */
  readonly codecs?: MethodCodecs;
}

export interface MethodCodecs {
  readonly args?: MakeCodec;
  readonly result?: MakeCodec;
  readonly streamItem?: MakeCodec;
  readonly sinkItem?: MakeCodec;
  readonly finalResponse?: MakeCodec;
}

/** A method of a service, or, handed to `interaction`, of that. */
export function method(name: string, options: MethodOptions = {}): Method {
  const { args = [], returns, throws, stream, sink, creates, annotations = noAnnotations, codecs = {} } = options;
  const kind = options.kind ?? (sink && stream ? "bidi" : sink ? "sink" : stream ? "stream" : "call");
  const isFinal = kind === "sink" && sink !== undefined;
  return {
    kind,
    name,
    wireName: name,
    args: struct(`${name}_args`, args, { codec: codecs.args }),
    result: resultOf(`${name}_result`, returns, throws, codecs.result),
    streamItem: stream && resultOf(`${name}_stream`, stream.of, stream.throws, codecs.streamItem),
    sinkItem: sink && resultOf(`${name}_sink`, sink.of, sink.throws, codecs.sinkItem),
    finalResponse: isFinal ? resultOf(`${name}_final`, sink.final, sink.finalThrows, codecs.finalResponse) : undefined,
    creates,
    annotations,
  };
}

function resultOf(
  name: string,
  success: Type | undefined,
  throws: readonly Field[] = [],
  codec: MakeCodec | undefined,
): StructType {
  const declared = throws.map((f) => (f.requiredness === "optional" ? f : { ...f, requiredness: "optional" as const }));
  const fields = success === undefined ? declared : [field(0, "success", success, optional), ...declared];
  return struct(name, fields, { codec });
}

const optional = { requiredness: "optional" } as const;

/** The field of a result that holds what the method returns; `undefined` for void. */
export function successOf(result: StructType): Field | undefined {
  return result.fields.find((f) => f.id === 0);
}

/** The fields of a result that hold declared exceptions. */
export function exceptionsOf(result: StructType): readonly (Field & { readonly type: ExceptionType })[] {
  return result.fields.filter((f): f is Field & { type: ExceptionType } => f.type.kind === "exception" && f.id !== 0);
}

/** Methods, or a function that returns them: without calls beside its own, a descriptor that nothing uses is left out by bundlers. */
export type Methods = readonly Method[] | (() => readonly Method[]);

export interface InteractionOptions {
  /** Whether its calls run one at a time; default false. */
  readonly serial?: boolean;
  readonly annotations?: Annotations;
}

/**
 * Gives its methods their names on the wire.
 * @throws RangeError when two methods share a name.
 */
export function interaction<S = unknown>(
  name: string,
  methods: Methods,
  options: InteractionOptions = {},
): InteractionType<S> {
  const { serial = false, annotations = noAnnotations } = options;
  const own = listed(methods).map((method) => ({ ...method, wireName: `${name}.${method.name}` }));
  return { kind: "interaction", name, methods: byName(name, own), serial, annotations };
}

export interface ServiceOptions {
  readonly extends?: ServiceType;
  readonly performs?: readonly InteractionType[];
  readonly annotations?: Annotations;
}

/** @throws RangeError when two methods share a name, inherited ones included. */
export function service<S = unknown>(name: string, methods: Methods, options: ServiceOptions = {}): ServiceType<S> {
  const { extends: parent, performs = [], annotations = noAnnotations } = options;
  const all = [...(parent?.methods.values() ?? []), ...listed(methods)];
  const allPerforms = parent ? [...parent.performs, ...performs] : performs;
  return { kind: "service", name, methods: byName(name, all), extends: parent, performs: allPerforms, annotations };
}

function listed(methods: Methods): readonly Method[] {
  return typeof methods === "function" ? methods() : methods;
}

function byName(owner: string, methods: readonly Method[]): ReadonlyMap<string, Method> {
  const map = new Map<string, Method>();
  for (const method of methods) {
    if (map.has(method.name))
      throw new RangeError(`${owner}: expected different names of methods, got ${method.name} twice`);
    map.set(method.name, method);
  }
  return map;
}
