import { BrokenBytes, expectEnd } from "./broken-bytes.ts";
import { type Reading, readMessage } from "./message.ts";
import { offsetIn, type Part, part, type Region, slice } from "./tree.ts";

const lengthBytes = 4;

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

/** Reads frames behind lengths of four bytes, the last of which may be cut. */
export function readFrames(region: Region, parts: Part[], readFrame: (frame: Region, made: Part) => void): void {
  const { bytes } = region;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    const start = at + lengthBytes;
    if (start > bytes.length) {
      throw new BrokenBytes(
        `expected the ${lengthBytes} bytes of a length, got ${bytes.length - at}`,
        offsetIn(region, at),
      );
    }
    const size = view.getUint32(at);
    const made = part("frame", offsetIn(region, at), `frame of ${size} bytes`, { size });
    parts.push(made);
    readFrame(slice(region, start, start + size), made);
    at = start + size;
    if (at > bytes.length) {
      throw new BrokenBytes(
        `expected ${size} bytes of a frame, got ${bytes.length - start}`,
        offsetIn(region, bytes.length),
      );
    }
  }
}
