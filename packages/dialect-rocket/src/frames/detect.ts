import type { Detection } from "@seapink/core";
import { u16At } from "./big-endian.ts";
import { FrameType } from "./frame-type.ts";

/** Where what is looked at begins and ends: the length in three bytes is a frame's as good as any. */
const streamIdAt = 3;
const typeAt = 7;
const majorAt = 9;
const minorAt = 11;
const enough = 13;

/** Whether the first bytes of a lane of bytes begin with SETUP, of RSocket 1.0, on stream 0. */
export function detectRocket(first: Uint8Array): Detection {
  for (let at = streamIdAt; at < typeAt; at++) {
    if (at < first.length && first[at] !== 0) return "no";
  }
  if (first.length > typeAt && (first[typeAt] as number) >> 2 !== FrameType.setup) return "no";
  if (first.length >= minorAt && u16At(first, majorAt) !== 1) return "no";
  if (first.length < enough) return "more";
  return u16At(first, minorAt) === 0 ? "yes" : "no";
}
