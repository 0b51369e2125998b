import type { Frame } from "../../src/frames/frame.ts";

const none: Frame = {
  streamId: 0,
  type: 0,
  flags: 0,
  word: 0,
  metadata: new Uint8Array(0),
  data: new Uint8Array(0),
};

/** A frame of which only these parts matter. */
export function frameOf(parts: Partial<Frame>): Frame {
  return { ...none, ...parts };
}
