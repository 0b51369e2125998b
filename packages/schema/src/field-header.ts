import type { Field } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";

/** What a reader's `fieldBegin` returns for this field. */
export function fieldHeader(field: Field): number {
  return (wireTypeOf(field.type) << 16) | (field.id & 0xffff);
}
