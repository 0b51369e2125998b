import type { ProtocolReader } from "@seapink/core";
import type { FieldsetCodec } from "./fieldset-codec.ts";
import type { KeyGuard } from "./key-guard.ts";
import type { Property } from "./property.ts";
import type { ExceptionClass, Fieldset } from "./type.ts";

/** The fields of a struct by their names, before any was looked at. */
export interface FieldValues {
  [name: string]: unknown;
}

/** Fills a new object with those fields that are there: `function (f0, f1) { if (f0 !== undefined) this["a"] = f0; … }`. */
export type FillFields = (this: FieldValues, ...fields: unknown[]) => void;

/**
 * What the code of one struct's codec asks for, whether it was emitted where it runs or ahead of time. Code that was
 * written ahead of time counts on all of it for as long as there is `gen1`: also on `Property`, on `KeyGuard`, on core's
 * `ProtocolReader`, `ProtocolWriter` and the numbers of `WireType`. More may be added, and nothing taken away or changed.
 */
export interface CodecTools {
  /** The codec of a struct inside of it, for the same protocol; while that is being compiled, a stand-in. */
  codecOf(type: Fieldset): FieldsetCodec;
  /** A field whose name ordinary objects or errors have without being given one. */
  property(name: string): Property;
  /** Makes the default of the field with this index. */
  makeDefault(index: number): () => unknown;
  /** The default of the field with this index, to be written and not to be changed. */
  default(index: number): unknown;
  /** A constructor of plain objects. V8 leaves room in them for all fields that `fill` may set. */
  maker(fill: FillFields): new (...fields: unknown[]) => FieldValues;
  /** The class of an exception. */
  exceptionClass(): ExceptionClass;
  /** The number that is written of an i64 that is a number; a bigint is one, if it is not beyond 2^53. */
  readonly i64Number: (value: unknown) => number;
  wrong(expected: string, value: unknown): never;
  /** @param offset where the struct ended that was read; none when writing */
  missing(field: string, offset?: number): never;
  /** Refuses a union of which more than one field came. */
  arms(count: number, offset: number): never;
  /** Watches how a set or map of many keys is filled. */
  guard(into: Set<unknown> | Map<unknown, unknown>, reader: ProtocolReader): KeyGuard;
  /** The whole codec as a tree of closures, for a struct that is too large for code. */
  closures(): FieldsetCodec;
}
