/**
 * Type ids of the binary protocol, which the other protocols translate from (Thrift binary protocol, § types). Generated
 * codecs have them as numbers.
 */
export const WireType = {
  stop: 0,
  bool: 2,
  i8: 3,
  double: 4,
  i16: 6,
  i32: 8,
  i64: 10,
  /** Strings and binary share it. */
  string: 11,
  struct: 12,
  map: 13,
  set: 14,
  list: 15,
  /** Apache's, since 0.18; fbthrift gives 16 to a retired string type. */
  uuid: 16,
  /** fbthrift's 32-bit float. */
  float: 19,
} as const;

export type WireType = (typeof WireType)[keyof typeof WireType];

const names: ReadonlyMap<number, string> = new Map(Object.entries(WireType).map(([name, id]) => [id, name]));

/** Whether a number from the wire names a type of values. */
export function isWireType(type: number): type is WireType {
  return type !== WireType.stop && names.has(type);
}

/** For messages: `i32`, or `type 7` for a number that names no type. */
export function wireTypeName(type: number): string {
  return names.get(type) ?? `type ${type}`;
}
