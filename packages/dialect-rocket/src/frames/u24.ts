import { defaultLimits, type Limits } from "@seapink/core";

/** A length of three bytes, as RSocket has it. */
export const u24Bytes = 3;
export const mostU24 = 0xff_ffff;

export function writeU24(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 16;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value;
}

/**
 * How long a frame may be. The default of `maxFrameBytes`, which is that of plain Thrift, is a little less than what peers
 * fill their frames with; only a lower one counts.
 */
export function mostFrameBytes({ maxFrameBytes }: Limits): number {
  return maxFrameBytes < defaultLimits.maxFrameBytes ? maxFrameBytes : mostU24;
}
