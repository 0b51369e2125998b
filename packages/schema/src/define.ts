import { describeValue } from "@seapink/core";
import {
  type Annotations,
  type EnumType,
  type ExceptionClass,
  type ExceptionType,
  type Field,
  type I64Type,
  type ListType,
  type MakeCodec,
  type MapType,
  noAnnotations,
  type PlainType,
  type Requiredness,
  type SetType,
  type StructType,
  type Type,
  type UnionType,
} from "./type.ts";

const scalar = (kind: PlainType["kind"]): PlainType => Object.freeze({ kind });

export const bool: PlainType = scalar("bool");
export const i8: PlainType = scalar("i8");
export const i16: PlainType = scalar("i16");
export const i32: PlainType = scalar("i32");
/** An i64 that is a `bigint`. */
export const i64: I64Type = Object.freeze({ kind: "i64", as: "bigint" });
/** An i64 that is a `number`: an error beyond 2^53, never a rounded number. */
export const i64Number: I64Type = Object.freeze({ kind: "i64", as: "number" });
export const double: PlainType = scalar("double");
export const float: PlainType = scalar("float");
export const string: PlainType = scalar("string");
export const binary: PlainType = scalar("binary");
export const uuid: PlainType = scalar("uuid");

export function list(of: Type): ListType {
  return { kind: "list", of };
}

export function set(of: Type): SetType {
  return { kind: "set", of };
}

export function map(key: Type, value: Type): MapType {
  return { kind: "map", key, value };
}

/** @throws TypeError for a name that is no string, as all that take one. */
export function enumType(
  name: string,
  values: Readonly<Record<string, number>>,
  { annotations = noAnnotations }: { readonly annotations?: Annotations } = {},
): EnumType {
  checkName("an enum", name);
  return { kind: "enum", name, values: new Map(Object.entries(values)), annotations };
}

export interface FieldOptions {
  readonly requiredness?: Requiredness;
  readonly default?: unknown;
  readonly annotations?: Annotations;
}

/** @throws RangeError for an id outside of i16. */
export function field(id: number, name: string, type: Type, options: FieldOptions = {}): Field {
  // The name of what is wrong is made only where it is.
  if (typeof name !== "string") checkName(`field ${String(id)}`, name);
  if ((id << 16) >> 16 !== id) throw new RangeError(`field ${name}: expected an id from -32768 to 32767, got ${id}`);
  const { requiredness = "default", annotations = noAnnotations } = options;
  const described = { id, name, type, requiredness, annotations };
  return "default" in options ? { ...described, default: options.default } : described;
}

/** Fields, or a function that returns them on first use, so that a struct may contain itself. */
export type Fields = readonly Field[] | (() => readonly Field[]);

export interface FieldsetOptions {
  readonly annotations?: Annotations;
  /** Compiled ahead of time; by default one is compiled on first use. */
  readonly codec?: MakeCodec | undefined;
}

export function struct(name: string, fields: Fields, options: FieldsetOptions = {}): StructType {
  return lazyFields({ kind: "struct", ...described("a struct", name, options) } as const, fields);
}

export function union(name: string, fields: Fields, options: FieldsetOptions = {}): UnionType {
  return lazyFields({ kind: "union", ...described("a union", name, options) } as const, fields);
}

export interface ExceptionOptions extends FieldsetOptions {
  /** The class of the values; by default one is made, named like the exception. */
  readonly construct?: ExceptionClass;
}

export function exception(name: string, fields: Fields, options: ExceptionOptions = {}): ExceptionType {
  const parts = described("an exception", name, options);
  const { construct = exceptionClass(name) } = options;
  return lazyFields({ kind: "exception", construct, ...parts } as const, fields);
}

interface Described extends FieldsetOptions {
  readonly name: string;
  readonly annotations: Annotations;
}

function described(what: string, name: string, { annotations = noAnnotations, codec }: FieldsetOptions): Described {
  checkName(what, name);
  return codec === undefined ? { name, annotations } : { name, annotations, codec };
}

// A name becomes text of the code of codecs, and whoever has no types may give anything.
function checkName(what: string, name: unknown): void {
  if (typeof name !== "string") throw new TypeError(`expected the name of ${what}, got ${describeValue(name)}`);
}

// Known fields are a plain property: defining one by its getter takes a hundred times as long.
function lazyFields<T extends object>(type: T, fields: Fields): T & { readonly fields: readonly Field[] } {
  if (typeof fields !== "function") return { ...type, fields: checked(fields) };
  let known: readonly Field[] | undefined;
  const get = (): readonly Field[] => (known ??= checked(fields()));
  return Object.defineProperty(type, "fields", { get, enumerable: true }) as T & { readonly fields: readonly Field[] };
}

/** So many are compared with each other, which is faster than to keep a map of them. */
const few = 8;

/** @throws RangeError when two fields share an id or a name. */
function checked(fields: readonly Field[]): readonly Field[] {
  const other = fields.length <= few ? twinOfFew(fields) : twinOfMany(fields);
  if (other === undefined) return fields;
  const [field, twin] = other;
  throw new RangeError(`field ${field.name}: its id or name is that of ${twin.name} (${twin.id})`);
}

type Twins = readonly [field: Field, twin: Field];

function twinOfFew(fields: readonly Field[]): Twins | undefined {
  for (const [i, field] of fields.entries()) {
    for (let j = 0; j < i; j++) {
      const other = fields[j] as Field;
      if (other.id === field.id || other.name === field.name) return [field, other];
    }
  }
  return undefined;
}

function twinOfMany(fields: readonly Field[]): Twins | undefined {
  const seen = new Map<number | string, Field>();
  for (const field of fields) {
    const other = seen.get(field.id) ?? seen.get(field.name);
    if (other) return [field, other];
    seen.set(field.id, field).set(field.name, field);
  }
  return undefined;
}

/** A class for an exception without generated code: an `Error` whose fields are own properties. */
export function exceptionClass(name: string): ExceptionClass {
  const Exception = class extends Error {
    constructor(fields: Readonly<Record<string, unknown>>) {
      super();
      setFields(this, fields);
    }
  };
  Object.defineProperty(Exception, "name", { value: name });
  nameErrors(Exception, name);
  return Exception;
}

/** Makes fields own properties, whatever their names: `name` and `stack` are fields like any other. */
export function setFields(error: object, fields: object): void {
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    Object.defineProperty(error, key, { value, writable: true, enumerable: true, configurable: true });
  }
}

/** Names the errors of a class. Not by own properties: an own message would be the value of a field of that name. */
export function nameErrors({ prototype }: { readonly prototype: object }, name: string): void {
  Object.defineProperty(prototype, "name", { value: name, writable: true, configurable: true });
  Object.defineProperty(prototype, "message", { value: name, writable: true, configurable: true });
}
