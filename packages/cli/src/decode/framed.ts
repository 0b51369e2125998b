import { expectEnd } from "./broken-bytes.ts";
import { eachFrame } from "./each-frame.ts";
import { type Reading, readMessage } from "./message.ts";
import { type Part, part, type Region, slice } from "./tree.ts";

/** Reads messages behind their lengths. */
export function readFramed(region: Region, reading: Reading, parts: Part[]): void {
  readFrames(region, parts, (frame, { parts }) => {
    expectEnd(frame, readMessage(frame, reading, parts), "the frame");
  });
}

/** Reads messages that follow each other. */
export function readUnframed(region: Region, reading: Reading, parts: Part[]): void {
  let at = 0;
  do {
    const rest = slice(region, at);
    at += readMessage(rest, reading, parts);
    while (isBlank(region.bytes[at])) at++;
  } while (at < region.bytes.length);
}

/** Between messages of JSON, or behind the last. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

const form = { lengthBytes: 4, lengthAt: u32 } as const;

function u32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}

/** Reads frames behind lengths of four bytes, the last of which may be cut. */
export function readFrames(region: Region, parts: Part[], readFrame: (frame: Region, made: Part) => void): void {
  eachFrame(region, form, (frame, { offset, size }) => {
    const made = part("frame", offset, `frame of ${size} bytes`, { size });
    parts.push(made);
    readFrame(frame, made);
  });
}
