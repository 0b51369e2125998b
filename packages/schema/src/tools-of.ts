import { wrongValue } from "@seapink/core";
import { closureCodec } from "./closures.ts";
import type { CodecTools, FieldValues, FillFields } from "./codec-tools.ts";
import { defaultFactory } from "./default-value.ts";
import type { CodecOf } from "./fieldset-codec.ts";
import { i64NumberOf } from "./held-by-number.ts";
import { guardKeys } from "./key-guard.ts";
import { missingField } from "./missing-field.ts";
import { property } from "./property.ts";
import { tooManyArms } from "./too-many-arms.ts";
import type { Field, Fieldset } from "./type.ts";

/** The tools for the codec of one struct. */
export function toolsOf(type: Fieldset, codecOf: CodecOf): CodecTools {
  const fieldAt = (index: number): Field => type.fields[index] as Field;
  return {
    codecOf,
    property,
    makeDefault: (index) => defaultFactory(fieldAt(index)),
    default: (index) => fieldAt(index).default,
    maker,
    exceptionClass: () => (type.kind === "exception" ? type.construct : wrongValue("an exception", type.kind)),
    i64Number: i64NumberOf,
    wrong: wrongValue,
    missing: (field, offset) => missingField(type, field, offset),
    arms: tooManyArms,
    guard: guardKeys,
    closures: () => closureCodec(type, codecOf),
  };
}

// With the prototype of plain objects its results are such.
function maker(fill: FillFields): new (...fields: unknown[]) => FieldValues {
  fill.prototype = Object.prototype;
  // A function that is called by `new`, which the types of functions do not know.
  return fill as unknown as new (...fields: unknown[]) => FieldValues;
}
