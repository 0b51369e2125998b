import { describeValue, WireType } from "@seapink/core";
import type { Type } from "./type.ts";

const wireTypes: ReadonlyMap<unknown, WireType> = new Map<Type["kind"], WireType>([
  ["bool", WireType.bool],
  ["i8", WireType.i8],
  ["i16", WireType.i16],
  ["i32", WireType.i32],
  ["i64", WireType.i64],
  ["double", WireType.double],
  ["float", WireType.float],
  ["string", WireType.string],
  ["binary", WireType.string],
  ["uuid", WireType.uuid],
  ["enum", WireType.i32],
  ["list", WireType.list],
  ["set", WireType.set],
  ["map", WireType.map],
  ["struct", WireType.struct],
  ["union", WireType.struct],
  ["exception", WireType.struct],
]);

/**
 * What a value of this type is on the wire. The kinds known here are the only ones that find their way into emitted code.
 * @throws TypeError for what is no type.
 */
export function wireTypeOf(type: Type): WireType {
  const wireType = wireTypes.get(type.kind);
  if (wireType === undefined) throw new TypeError(`expected the kind of a type, got ${describeValue(type.kind)}`);
  return wireType;
}
