import type { Cutter } from "@seapink/conversation";
import { type ByteWriter, type Detection, type Limits, type Protocol, TransportError } from "@seapink/core";
import { frameCutter } from "./frame-cutter.ts";
import { MessageCutter } from "./message-cutter.ts";

/** How messages are told from each other on a lane. */
export interface Framing {
  readonly name: "framed" | "unframed";
  /** Whether the peer finds the end of a message by reading it, so that bytes passed on must be one struct exactly. */
  readonly isUndelimited: boolean;
  /** Opens a message at the end of the output. */
  begin(out: ByteWriter): void;
  /** Closes the message that began at this length of the output. */
  end(out: ByteWriter, length: number, limits: Limits): void;
  cutter(limits: Limits, protocols: readonly Protocol[]): Cutter;
  detect(first: Uint8Array, protocols: readonly Protocol[]): Detection;
}

export const framedFraming: Framing = {
  name: "framed",
  isUndelimited: false,
  begin: (out) => out.i32(0),
  end(out, length, limits) {
    const size = out.length - length - 4;
    checkSize(size, limits.maxFrameBytes);
    out.patchI32(length, size);
  },
  cutter: frameCutter,
  detect: detectFrame,
};

export const unframedFraming: Framing = {
  name: "unframed",
  isUndelimited: true,
  begin: () => undefined,
  end: (out, length, limits) => checkSize(out.length - length, limits.maxMessageBytes),
  cutter: (limits, protocols) => new MessageCutter(limits, protocols),
  detect: detectMessage,
};

function checkSize(size: number, most: number): void {
  if (size <= most) return;
  const message = `expected a message of at most ${most} bytes, got ${size}`;
  throw new TransportError("frame_too_large", message, { mayHaveRun: false });
}

// The length is judged when the frame is cut; here only a message behind it makes a frame of ours.
function detectFrame(first: Uint8Array, protocols: readonly Protocol[]): Detection {
  if (first.length > 0 && (first[0] as number) > 0x7f) return "no";
  return first.length <= 4 ? "more" : detectMessage(first.subarray(4), protocols);
}

function detectMessage(first: Uint8Array, protocols: readonly Protocol[]): Detection {
  const answers = protocols.map((protocol) => protocol.detect(first));
  if (answers.includes("yes")) return "yes";
  return answers.includes("more") ? "more" : "no";
}
