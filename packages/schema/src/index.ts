/** Descriptors of Thrift types and services as plain values, and the struct codecs compiled from them. */
export { type Codec, codecOf } from "./codec.ts";
export type { CodecTools, FieldValues, FillFields } from "./codec-tools.ts";
export { decode, type DecodeOptions, encode, type EncodeOptions } from "./encode.ts";
export { locateBytes } from "./locate-bytes.ts";
export { locateValue } from "./locate-value.ts";
export {
  binary,
  bool,
  double,
  enumType,
  exception,
  exceptionClass,
  field,
  type FieldOptions,
  type Fields,
  float,
  i16,
  i32,
  i64,
  i64Number,
  i8,
  list,
  map,
  set,
  string,
  struct,
  union,
  uuid,
} from "./define.ts";
export {
  exceptionsOf,
  interaction,
  type InteractionOptions,
  type InteractionType,
  method,
  type Method,
  type MethodCodecs,
  type MethodKind,
  type MethodOptions,
  type Methods,
  service,
  type ServiceOptions,
  type ServiceType,
  successOf,
} from "./service.ts";
export type {
  Annotations,
  EnumType,
  ExceptionClass,
  ExceptionType,
  Field,
  Fieldset,
  I64Type,
  ListType,
  MakeCodec,
  MapType,
  PlainType,
  Requiredness,
  ScalarKind,
  ScalarType,
  SetType,
  StructType,
  Type,
  UnionType,
} from "./type.ts";
export { noAnnotations } from "./type.ts";
