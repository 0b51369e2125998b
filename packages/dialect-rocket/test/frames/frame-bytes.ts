import { ByteWriter } from "@seapink/core";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import { frameOf } from "./frame-of.ts";

const withWord: ReadonlySet<number> = new Set([
  FrameType.requestStream,
  FrameType.requestChannel,
  FrameType.requestN,
  FrameType.error,
  FrameType.ext,
]);
const withoutMetadataLength: ReadonlySet<number> = new Set([FrameType.setup, FrameType.metadataPush]);

/** A frame as bytes without the length before it; what is not given is 0 or empty. */
export function frameBytes(parts: Partial<Frame>): Uint8Array {
  const { streamId, type, flags, word, metadata, data } = frameOf(parts);
  const out = new ByteWriter();
  out.i32(streamId);
  out.u8((type << 2) | (flags >> 8));
  out.u8(flags);
  if (withWord.has(type)) out.i32(word);
  if (type === FrameType.keepAlive) for (let i = 0; i < 8; i++) out.u8(0);
  if ((flags & Flag.metadata) !== 0 && !withoutMetadataLength.has(type)) {
    for (const shift of [16, 8, 0]) out.u8(metadata.length >> shift);
  }
  out.raw(metadata);
  out.raw(data);
  return out.take();
}
