import { FrameCutter } from "@seapink/conversation";
import { type Limits, ProtocolError, TransportError } from "@seapink/core";

/** Cuts frames: a length in four bytes, big-endian and signed, then that many bytes. */
export function frameCutter({ maxFrameBytes }: Limits): FrameCutter {
  return new FrameCutter(4, (bytes, at) => {
    const size = i32At(bytes, at);
    if (size <= 0 || size > maxFrameBytes) refuse(size, maxFrameBytes);
    return size;
  });
}

// Read byte by byte: a view would cost more, and so would taking them apart as an iterable.
function i32At(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16);
  return high | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
}

function refuse(size: number, most: number): never {
  if (size > 0) throw new TransportError("frame_too_large", `expected a frame of at most ${most} bytes, got ${size}`);
  const code = size < 0 ? "negative_size" : "invalid_data";
  throw new ProtocolError(code, `expected a frame of 1 byte or more, got ${size}`);
}
