import type { CodecTools } from "./codec-tools.ts";
import type { FieldsetCodec } from "./fieldset-codec.ts";

/** Annotations as the IDL has them; a key may be given more than once. */
export type Annotations = ReadonlyMap<string, readonly string[]>;

export const noAnnotations: Annotations = Object.freeze(new Map<string, readonly string[]>());

/** The types that hold no other type. */
export type ScalarKind = "bool" | "i8" | "i16" | "i32" | "i64" | "double" | "float" | "string" | "binary" | "uuid";

export type ScalarType = PlainType | I64Type;

/** One whose values are of one type everywhere. */
export interface PlainType {
  readonly kind: Exclude<ScalarKind, "i64">;
}

export interface I64Type {
  readonly kind: "i64";
  /** A `bigint`, or a `number`, which is then an error beyond 2^53. */
  readonly as: "bigint" | "number";
}

export interface ListType {
  readonly kind: "list";
  readonly of: Type;
}

export interface SetType {
  readonly kind: "set";
  readonly of: Type;
}

export interface MapType {
  readonly kind: "map";
  readonly key: Type;
  readonly value: Type;
}

/** Enum values are numbers; one that no name fits survives a round trip. */
export interface EnumType {
  readonly kind: "enum";
  readonly name: string;
  readonly values: ReadonlyMap<string, number>;
  readonly annotations: Annotations;
}

/**
 * `required`: must be there, in values and on the wire. `optional`: written if it is there. `default`, which is what a
 * field without a word is: written if it is there. A default value is written where a field of the first and the last
 * kind is absent, and filled in where one of any kind was not on the wire.
 *
 * A peer may leave out what is neither `required` nor has a default value: it is then absent from the value, although
 * the types that are generated for a field without a word say that it is there. Mark fields `optional` that peers may
 * leave out.
 */
export type Requiredness = "required" | "optional" | "default";

export interface Field {
  /** From -32768 to 32767, unique in its struct. */
  readonly id: number;
  readonly name: string;
  readonly type: Type;
  readonly requiredness: Requiredness;
  /** Filled in when the field is missing on the wire, and, unless it is optional, when it is written. */
  readonly default?: unknown;
  readonly annotations: Annotations;
}

declare const shape: unique symbol;

/** Of a descriptor that knows the type of its values, as generated code states it. */
interface Shaped<T> {
  readonly [shape]?: T;
}

/** A codec that generated code brings along, so that no text becomes code where it runs. */
export type MakeCodec = (tools: CodecTools) => FieldsetCodec;

/** A plain object, with absent fields absent. */
export interface StructType<T = unknown> extends Shaped<T> {
  readonly kind: "struct";
  readonly name: string;
  /** In the order of the IDL. */
  readonly fields: readonly Field[];
  readonly annotations: Annotations;
  /** Compiled ahead of time; absent to compile one on first use. */
  readonly codec?: MakeCodec | undefined;
}

/** `{ field: "name", value: … }`; what a newer peer sends in a field that is not known here is `{ field: undefined }`. */
export interface UnionType<T = unknown> extends Shaped<T> {
  readonly kind: "union";
  readonly name: string;
  readonly fields: readonly Field[];
  readonly annotations: Annotations;
  /** Compiled ahead of time; absent to compile one on first use. */
  readonly codec?: MakeCodec | undefined;
}

/** An instance of `construct`, a class that extends `Error` and takes the fields as one object. */
export interface ExceptionType<T = unknown> extends Shaped<T> {
  readonly kind: "exception";
  readonly name: string;
  readonly fields: readonly Field[];
  readonly construct: ExceptionClass;
  readonly annotations: Annotations;
  readonly codec?: MakeCodec | undefined;
}

export type ExceptionClass = new (fields: Readonly<Record<string, unknown>>) => Error;

/** What the wire calls a struct. */
export type Fieldset<T = unknown> = StructType<T> | UnionType<T> | ExceptionType<T>;

export type Type = ScalarType | ListType | SetType | MapType | EnumType | Fieldset;
