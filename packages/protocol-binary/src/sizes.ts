import { WireType } from "@seapink/core";

/** The bytes of each type whose values all take the same (§ types), by type id; 0 for the others. */
export const fixedBytes: Uint8Array = new Uint8Array(256);
fixedBytes[WireType.bool] = 1;
fixedBytes[WireType.i8] = 1;
fixedBytes[WireType.i16] = 2;
fixedBytes[WireType.i32] = 4;
fixedBytes[WireType.i64] = 8;
fixedBytes[WireType.double] = 8;
fixedBytes[WireType.float] = 4;
fixedBytes[WireType.uuid] = 16;

/**
 * The fewest bytes that a value of each type takes, by type id; 0 for what is no type. A container that claims more
 * elements than the remaining bytes can hold is refused before anything is allocated for it.
 */
export const minimumBytes: Uint8Array = fixedBytes.slice();
minimumBytes[WireType.string] = 4;
minimumBytes[WireType.struct] = 1;
minimumBytes[WireType.list] = 5;
minimumBytes[WireType.set] = 5;
minimumBytes[WireType.map] = 6;
