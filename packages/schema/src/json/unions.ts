import { wrongValue } from "@seapink/core";
import { fieldStep } from "../field-path.ts";
import { property } from "../property.ts";
import type { Type, UnionType } from "../type.ts";
import { Char } from "./characters.ts";
import type { JsonCodec, JsonCodecOf } from "./codec.ts";
import { expectationOf, shortName } from "./expectation.ts";
import type { JsonReader } from "./reader.ts";
import { unknownField } from "./unknown-field.ts";

interface Arm {
  readonly value: JsonCodec;
  /** In quotes, */
  readonly quoted: string;
  /** and in a path. */
  readonly step: string;
}

const arm = property("field");
const content = property("value");

/** An object with one field. What a newer peer has sent in a field that is not known here is written as `{}`. */
export function unionCodec(type: UnionType, codecOf: JsonCodecOf<Type>): JsonCodec {
  const expected = expectationOf(type);
  const arms: ReadonlyMap<unknown, Arm> = new Map(
    type.fields.map(({ name, type }) => [
      name,
      { value: codecOf(type), quoted: JSON.stringify(name), step: fieldStep(name) },
    ]),
  );
  return {
    read: (r) => readUnion(r, type, arms),
    write(w, value) {
      if (typeof value !== "object" || value === null) wrongValue(expected, value);
      const name = arm.get(value);
      const known = arms.get(name);
      if (known === undefined && name !== undefined) wrongValue('the name of a field in "field"', name);
      w.open("{");
      if (known !== undefined) {
        try {
          w.name(true, known.quoted);
          known.value.write(w, content.get(value));
        } catch (error) {
          w.steps.push(known.step);
          throw error;
        }
      }
      w.close("}", known === undefined);
    },
  };
}

function readUnion(r: JsonReader, type: UnionType, arms: ReadonlyMap<unknown, Arm>): unknown {
  const expected = `one field of ${shortName(type)}`;
  if (!r.open(Char.openBrace, expectationOf(type))) r.fail(`expected ${expected}, got none`);
  let result: { field: string | undefined; value: unknown } | undefined;
  do {
    r.next();
    const start = r.position;
    const name = r.name();
    const known = arms.get(name);
    if (known === undefined) {
      unknownField(r, type, name, start);
      continue;
    }
    if (result !== undefined) r.fail(`expected ${expected}, got ${result.field} and ${name}`, start);
    result = { field: name, value: readArm(r, known) };
  } while (r.more(Char.openBrace));
  return result ?? { field: undefined, value: undefined };
}

function readArm(r: JsonReader, { value, step }: Arm): unknown {
  try {
    return value.read(r);
  } catch (error) {
    r.steps.push(step);
    throw error;
  }
}
