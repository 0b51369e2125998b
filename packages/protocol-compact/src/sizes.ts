import { WireType } from "@seapink/core";

/** The bytes of each type whose elements all take the same, by wire type; 0 for the others. */
export const fixedBytes: Uint8Array = new Uint8Array(256);
fixedBytes[WireType.bool] = 1;
fixedBytes[WireType.i8] = 1;
fixedBytes[WireType.double] = 8;
fixedBytes[WireType.float] = 4;
fixedBytes[WireType.uuid] = 16;

/**
 * The fewest bytes that an element of each type takes, by wire type; 0 for what is no type. A container that claims
 * more elements than the remaining bytes can hold is refused before anything is allocated for it.
 */
export const minimumBytes: Uint8Array = fixedBytes.slice();
for (const type of ["i16", "i32", "i64", "string", "struct", "list", "set", "map"] as const) {
  minimumBytes[WireType[type]] = 1;
}
