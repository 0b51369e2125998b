/**
 * A value of any type as JSON has it, the same for all peers: i64 as digits, NaN and the like as text, binary as base64,
 * a set as an array, a map as an array of pairs, a union as an object with one key, absent fields left out.
 */
export type Plain = null | boolean | number | string | readonly Plain[] | PlainStruct;

export interface PlainStruct {
  readonly [field: string]: Plain;
}

export function isPlainStruct(plain: Plain | undefined): plain is PlainStruct {
  return typeof plain === "object" && plain !== null && !Array.isArray(plain);
}
