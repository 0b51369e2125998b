import { type Cutter, FrameCutter, WholeCutter } from "@seapink/conversation";
import { type Lane, type Limits, ProtocolError, TransportError } from "@seapink/core";
import { u24At } from "./big-endian.ts";
import { headerBytes } from "./read-frame.ts";
import { mostFrameBytes, u24Bytes } from "./u24.ts";

/** Cuts frames, which stand behind their length in three bytes where the lane does not tell them apart itself. */
export function rocketCutter(kind: Lane["kind"], limits: Limits): Cutter {
  const most = mostFrameBytes(limits);
  if (kind === "frames") return new WholeCutter((frame) => checkSize(frame.length, most));
  return new FrameCutter(u24Bytes, (bytes, at) => {
    const size = u24At(bytes, at);
    checkSize(size, most);
    return size;
  });
}

function checkSize(size: number, most: number): void {
  if (size < headerBytes || size > most) refuse(size, most);
}

function refuse(size: number, most: number): never {
  if (size > most)
    throw new TransportError("frame_too_large", `expected a frame of at most ${most} bytes, got ${size}`);
  throw new ProtocolError("invalid_data", `expected a frame of ${headerBytes} bytes or more, got ${size}`);
}
