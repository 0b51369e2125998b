import { WireType } from "@seapink/core";

/** What differs between Apache's form and fbthrift's. */
export interface Variant {
  readonly name: "compact" | "compact-fbthrift";
  readonly version: number;
  /** The order of a double's bytes. */
  readonly littleEndian: boolean;
  /** The wire type of each compact type; 0 for what is none. */
  readonly wireTypes: Uint8Array;
  /** The compact type of each wire type; 0 for what this variant cannot carry. A bool that is true, or an element. */
  readonly compactTypes: Uint8Array;
  /**
   * For each first byte of a field its wire type, in the place where a reader's `fieldBegin` has it; 0 where the byte
   * does not say all: of a stop, of an id that follows, and of what is none.
   */
  readonly headers: Int32Array;
}

/** Compact types (§ struct encoding): their place is their number. The second bool is one that is false. */
const common: readonly WireType[] = [
  WireType.stop,
  WireType.bool,
  WireType.bool,
  WireType.i8,
  WireType.i16,
  WireType.i32,
  WireType.i64,
  WireType.double,
  WireType.string,
  WireType.list,
  WireType.set,
  WireType.map,
  WireType.struct,
];

function makeVariant(name: Variant["name"], version: number, littleEndian: boolean, type13: WireType): Variant {
  const wireTypes = new Uint8Array(16);
  wireTypes.set([...common, type13]);
  const compactTypes = new Uint8Array(256);
  for (const [compactType, wireType] of wireTypes.entries()) {
    if (wireType !== 0 && compactTypes[wireType] === 0) compactTypes[wireType] = compactType;
  }
  return { name, version, littleEndian, wireTypes, compactTypes, headers: makeHeaders(wireTypes) };
}

function makeHeaders(wireTypes: Uint8Array): Int32Array {
  const headers = new Int32Array(256);
  for (let head = 0x10; head < 256; head++) {
    headers[head] = (wireTypes[head & 0x0f] as number) << 16;
  }
  return headers;
}

/** Type 13 is the uuid, since 0.18. */
export const apache: Variant = makeVariant("compact", 1, true, WireType.uuid);

/** Type 13 is the 32-bit float, and doubles are big-endian, as everything else in Thrift. */
export const fbthrift: Variant = makeVariant("compact-fbthrift", 2, false, WireType.float);
