import { WireType } from "@seapink/core";

/** Types that hold no others. */
export type ScalarShape = Exclude<keyof typeof WireType, "stop" | "struct" | "map" | "set" | "list"> | "binary";

/**
 * The type of a value as far as the wire knows about it: Thrift's types without names. It is plain data, so that
 * vectors can be kept as JSON, and protocols be tested without a schema.
 */
export type Shape =
  | ScalarShape
  | { readonly list: Shape }
  | { readonly set: Shape }
  | { readonly map: readonly [key: Shape, value: Shape] }
  | StructShape;

export interface StructShape {
  readonly struct: readonly FieldShape[];
}

export interface FieldShape {
  readonly id: number;
  readonly name: string;
  readonly type: Shape;
}

export function wireTypeOf(shape: Shape): WireType {
  if (typeof shape === "string") return shape === "binary" ? WireType.string : WireType[shape];
  if ("list" in shape) return WireType.list;
  if ("set" in shape) return WireType.set;
  return "map" in shape ? WireType.map : WireType.struct;
}
