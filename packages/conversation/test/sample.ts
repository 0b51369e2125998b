import { FrameCutter, LaneInput } from "@seapink/conversation";
import { defaultLimits, type Lane } from "@seapink/core";

/** Hands over the messages of a lane that stand behind their length in one byte. What `message` throws closes the lane. */
export function read(lane: Lane, message: (bytes: Uint8Array) => void): LaneInput {
  const cutter = new FrameCutter(1, (bytes, at) => bytes[at] ?? 0);
  const input = new LaneInput(lane, cutter, defaultLimits, {
    message,
    mayGoOn: () => true, // if not, the lane is paused until `input.resume()`
    drained: () => undefined,
    end: (error) => console.log("nothing more comes", error),
  });
  input.start();
  return input;
}
