import { BrokenBytes } from "./broken-bytes.ts";
import { offsetIn, type Region, slice } from "./tree.ts";

/** Where the length of a frame stands, which inflated bytes cannot say, and what it says. */
export interface FrameLength {
  readonly offset: number | undefined;
  readonly size: number;
}

/** How many bytes a length has, and how it is read. */
export interface LengthForm {
  readonly lengthBytes: number;
  readonly lengthAt: (bytes: Uint8Array, at: number) => number;
}

/**
 * Reads frames behind their lengths. The last may be cut: it is read as far as it goes.
 * @throws BrokenBytes then, or where a length is cut
 */
export function eachFrame(
  region: Region,
  { lengthBytes, lengthAt }: LengthForm,
  read: (frame: Region, length: FrameLength) => void,
): void {
  const { bytes } = region;
  for (let at = 0; at < bytes.length;) {
    const start = at + lengthBytes;
    if (start > bytes.length) {
      throw new BrokenBytes(
        `expected the ${lengthBytes} bytes of a length, got ${bytes.length - at}`,
        offsetIn(region, at),
      );
    }
    const size = lengthAt(bytes, at);
    read(slice(region, start, start + size), { offset: offsetIn(region, at), size });
    at = start + size;
    if (at > bytes.length) {
      throw new BrokenBytes(
        `expected ${size} bytes of a frame, got ${bytes.length - start}`,
        offsetIn(region, bytes.length),
      );
    }
  }
}
