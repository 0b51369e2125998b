import { WireType } from "@seapink/core";

/**
 * The fewest bytes that a value of each type takes (§ types), by type id; 0 for what is no type. A container that
 * claims more elements than the remaining bytes can hold is refused before anything is allocated for it.
 */
export const minimumBytes: Uint8Array = new Uint8Array(256);
minimumBytes[WireType.bool] = 1;
minimumBytes[WireType.i8] = 1;
minimumBytes[WireType.i16] = 2;
minimumBytes[WireType.i32] = 4;
minimumBytes[WireType.i64] = 8;
minimumBytes[WireType.double] = 8;
minimumBytes[WireType.float] = 4;
minimumBytes[WireType.string] = 4;
minimumBytes[WireType.struct] = 1;
minimumBytes[WireType.list] = 5;
minimumBytes[WireType.set] = 5;
minimumBytes[WireType.map] = 6;
minimumBytes[WireType.uuid] = 16;

/** Whether every value of the type takes exactly its minimum, so that many can be stepped over at once. */
export function isFixed(type: number): boolean {
  return type < WireType.string ? minimumBytes[type] !== 0 : type === WireType.uuid || type === WireType.float;
}
