import { wrongValue } from "@seapink/core";
import { defaultFactory } from "../default-value.ts";
import { fieldStep } from "../field-path.ts";
import { type Property, property } from "../property.ts";
import type { ExceptionType, Field, StructType, Type } from "../type.ts";
import { Char } from "./characters.ts";
import type { JsonCodec, JsonCodecOf } from "./codec.ts";
import { expectationOf } from "./expectation.ts";
import type { JsonReader } from "./reader.ts";
import { unknownField } from "./unknown-field.ts";
import type { JsonWriter } from "./writer.ts";

interface FieldCodec {
  readonly name: string;
  readonly value: JsonCodec;
  readonly property: Property;
  readonly makeDefault: (() => unknown) | undefined;
  /** Written where there is no value. */
  readonly fallback: unknown;
  readonly isRequired: boolean;
  /** In quotes; with a colon, as it stands where the text is not indented; */
  readonly quoted: string;
  readonly key: string;
  /** and in a path. */
  readonly step: string;
  /** Why it cannot be missing. */
  readonly missing: string;
}

function fieldCodec(field: Field, codecOf: JsonCodecOf<Type>): FieldCodec {
  const { name, type, requiredness } = field;
  const quoted = JSON.stringify(name);
  return {
    name,
    value: codecOf(type),
    property: property(name),
    makeDefault: field.default === undefined ? undefined : defaultFactory(field),
    fallback: requiredness === "optional" ? undefined : field.default,
    isRequired: requiredness === "required",
    quoted,
    key: `${quoted}:`,
    step: fieldStep(name),
    missing: `expected ${expectationOf(type)}, which is required, got none`,
  };
}

/** An object with the fields by their names, in the order of the IDL. */
export function structCodec(type: StructType | ExceptionType, codecOf: JsonCodecOf<Type>): JsonCodec {
  const expected = expectationOf(type);
  const fields = type.fields.map((field) => fieldCodec(field, codecOf));
  const reader = new FieldsReader(type, fields);
  return {
    read(r) {
      const values = reader.read(r, expected);
      const object = build(r, fields, values);
      return type.kind === "exception" ? new type.construct(object) : object;
    },
    write(w, value) {
      if (typeof value !== "object" || value === null) wrongValue(expected, value);
      writeFields(w, fields, value);
    },
  };
}

/** Expects the fields in their order, and finds all others by their names. */
class FieldsReader {
  readonly #type: StructType | ExceptionType;
  readonly #fields: readonly FieldCodec[];
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #absent: readonly undefined[];

  constructor(type: StructType | ExceptionType, fields: readonly FieldCodec[]) {
    this.#type = type;
    this.#fields = fields;
    this.#indexes = new Map(fields.map(({ name }, index) => [name, index]));
    this.#absent = fields.map(() => undefined);
  }

  /** The values of all fields; `null` and `undefined` are absent ones. */
  read(r: JsonReader, expected: string): readonly unknown[] {
    const values: unknown[] = this.#absent.slice();
    if (!r.open(Char.openBrace, expected)) return values;
    let next = 0;
    do {
      const index = this.#field(r, next);
      if (index < 0) continue;
      const field = this.#fields[index] as FieldCodec;
      next = index + 1;
      try {
        if (values[index] !== undefined) r.fail("expected a field once, got it twice");
        values[index] = !field.isRequired && r.passesNull() ? null : field.value.read(r);
      } catch (error) {
        r.steps.push(field.step);
        throw error;
      }
    } while (r.more(Char.openBrace));
    return values;
  }

  /** Over the name of a field; -1 if it is none, and its value was passed over. */
  #field(r: JsonReader, next: number): number {
    const field = this.#fields[next];
    r.next();
    if (field !== undefined && r.passes(field.key)) return next;
    const start = r.position;
    const name = r.name();
    const index = this.#indexes.get(name);
    if (index === undefined) unknownField(r, this.#type, name, start);
    return index ?? -1;
  }
}

function build(r: JsonReader, fields: readonly FieldCodec[], values: readonly unknown[]): Record<string, unknown> {
  const object = {};
  for (let i = 0; i < fields.length; i++) {
    const { property, makeDefault, isRequired, step, missing } = fields[i] as FieldCodec;
    const value = values[i] ?? makeDefault?.();
    if (value !== undefined) {
      property.set(object, value);
    } else if (isRequired) {
      r.steps.push(step);
      r.fail(missing);
    }
  }
  return object;
}

function writeFields(w: JsonWriter, fields: readonly FieldCodec[], value: object): void {
  let isFirst = true;
  let i = 0;
  w.open("{");
  try {
    for (; i < fields.length; i++) {
      const field = fields[i] as FieldCodec;
      const given = field.property.get(value);
      const item = given === undefined ? field.fallback : given;
      if (item === undefined && !field.isRequired) continue;
      if (item === undefined) w.fail(field.missing);
      w.name(isFirst, field.quoted);
      field.value.write(w, item);
      isFirst = false;
    }
  } catch (error) {
    w.steps.push((fields[i] as FieldCodec).step);
    throw error;
  }
  w.close("}", isFirst);
}
