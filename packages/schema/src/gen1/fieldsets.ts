import * as define from "../define.ts";
import type { ExceptionClass, ExceptionType, StructType, UnionType } from "../type.ts";

type Fields = define.Fields;
type Options = define.FieldsetOptions;

// The type of the values is what generated code says it is; descriptors carry it for the compiler's eyes only.

export function struct<T>(name: string, fields: Fields, options?: Options): StructType<T> {
  return define.struct(name, fields, options) as StructType<T>;
}

export function union<T>(name: string, fields: Fields, options?: Options): UnionType<T> {
  return define.union(name, fields, options) as UnionType<T>;
}

/** A class whose instances `exception` describes: errors, but for the types of fields that are named like an error's. */
type ClassOf<T extends object> = { readonly prototype: T } & (new (fields: never) => T);

/** Describes the exceptions of a class, and gives them their name. */
export function exception<T extends object>(
  name: string,
  construct: ClassOf<T>,
  fields: Fields,
  options?: Options,
): ExceptionType<T> {
  define.nameErrors(construct, name);
  // Codecs call it with the fields that are described here.
  const described = { ...options, construct: construct as unknown as ExceptionClass };
  return define.exception(name, fields, described) as ExceptionType<T>;
}
