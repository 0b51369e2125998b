/**
 * What generated code is written against: the first generation of it. Files that were generated once keep working
 * with every later version that has this subpath, whatever else changes.
 */
export {
  binary,
  bool,
  double,
  enumType,
  field,
  float,
  i16,
  i32,
  i64,
  i64Number,
  i8,
  list,
  map,
  set,
  setFields,
  string,
  uuid,
} from "../define.ts";
export { interaction, type InteractionType, method, service, type ServiceType } from "../service.ts";
export type { CodecTools, FieldValues } from "../codec-tools.ts";
export type { FieldsetCodec } from "../fieldset-codec.ts";
export type { EnumType, ExceptionType, MakeCodec, StructType, UnionType } from "../type.ts";
// Of another package, since generated code imports nothing but this.
export type { ProtocolReader } from "@seapink/core";
export { annotations } from "./annotations.ts";
export { exception, struct, union } from "./fieldsets.ts";
export type { UnknownField } from "./unknown-field.ts";
