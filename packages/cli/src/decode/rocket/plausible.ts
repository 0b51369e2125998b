import { FrameType } from "@seapink/dialect-rocket/internal";
import { isFrameType } from "./frame-title.ts";

const lengthBytes = 3;
const headerBytes = 6;

const ofConnection: ReadonlySet<number> = new Set([FrameType.setup, FrameType.keepAlive, FrameType.metadataPush]);

/** Whether bytes are frames of Rocket behind their lengths: all of them, as far as they go, or not. */
export function rocketFit(bytes: Uint8Array): "whole" | "cut" | "other" {
  let at = 0;
  while (at + lengthBytes + headerBytes <= bytes.length) {
    const size = u24(bytes, at);
    if (size < headerBytes || !looksLikeFrame(bytes.subarray(at + lengthBytes))) return "other";
    at += lengthBytes + size;
  }
  if (at === bytes.length) return at === 0 ? "other" : "whole";
  return at === 0 ? "other" : "cut";
}

/** Whether bytes begin with a frame that has no length before it. */
export function looksLikeFrame(bytes: Uint8Array): boolean {
  const [s0 = 0xff, s1 = 0, s2 = 0, s3 = 0, high = 0, low = 0xff] = bytes;
  const type = high >> 2;
  const isStreamless = (s0 | s1 | s2 | s3) === 0;
  if (s0 > 0x7f || !isFrameType(type) || (low & 0x1f) !== 0 || bytes.length < headerBytes) return false;
  return type === FrameType.error || ofConnection.has(type) === isStreamless;
}

export function u24(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
}
