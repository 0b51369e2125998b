import { type ProtocolReader, wrongValue } from "@seapink/core";
import { defaultFactory } from "./default-value.ts";
import type { CodecOf, FieldsetCodec } from "./fieldset-codec.ts";
import { guardKeys, type KeyGuard } from "./key-guard.ts";
import { missingField } from "./missing-field.ts";
import { type Property, property } from "./property.ts";
import { tooManyArms } from "./too-many-arms.ts";
import type { ExceptionClass, Field, Fieldset } from "./type.ts";

/** What the code of one struct's codec refers to, whether it was emitted where it runs or ahead of time. */
export interface CodecTools {
  /** The codec of a struct inside of it, for the same protocol; while that is being compiled, a stand-in. */
  codecOf(type: Fieldset): FieldsetCodec;
  /** A field whose name ordinary objects or errors have without being given one. */
  property(name: string): Property;
  /** Makes the default of the field with this index. */
  makeDefault(index: number): () => unknown;
  /** The default of the field with this index, to be written and not to be changed. */
  default(index: number): unknown;
  /** The class of an exception. */
  readonly construct: ExceptionClass | undefined;
  wrong(expected: string, value: unknown): never;
  /** @param offset where the struct ended that was read; none when writing */
  missing(field: string, offset?: number): never;
  /** Refuses a union of which more than one field came. */
  arms(count: number, offset: number): never;
  /** Watches how a set or map of many keys is filled. */
  guard(into: Set<unknown> | Map<unknown, unknown>, reader: ProtocolReader): KeyGuard;
}

export function codecTools(type: Fieldset, codecOf: CodecOf): CodecTools {
  const fieldAt = (index: number): Field => type.fields[index] as Field;
  return {
    codecOf,
    property,
    makeDefault: (index) => defaultFactory(fieldAt(index)),
    default: (index) => fieldAt(index).default,
    construct: type.kind === "exception" ? type.construct : undefined,
    wrong: wrongValue,
    missing: (field, offset) => missingField(type, field, offset),
    arms: tooManyArms,
    guard: guardKeys,
  };
}
