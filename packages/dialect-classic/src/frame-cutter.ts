import { type Cutter, Gathered, withLeftover } from "@seapink/conversation";
import { type Limits, ProtocolError, TransportError } from "@seapink/core";

const lengthBytes = 4;

/** Cuts frames: a length in four bytes, big-endian and signed, then that many bytes. */
export class FrameCutter implements Cutter {
  readonly #maxFrameBytes: number;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** The beginning of a frame, or of its length, that the chunks so far end in. */
  readonly #begun = new Gathered();
  /** How many bytes `#begun` needs. */
  #wanted = lengthBytes;

  constructor(limits: Limits) {
    this.#maxFrameBytes = limits.maxFrameBytes;
  }

  get isPartial(): boolean {
    return this.#begun.size > 0 || this.#at < this.#chunk.length;
  }

  push(bytes: Uint8Array): void {
    this.#chunk = withLeftover(this.#chunk, this.#at, bytes);
    this.#at = 0;
  }

  // Frames that came whole are views of the chunk; only one that was cut is copied.
  next(): Uint8Array | undefined {
    if (this.#begun.size > 0) return this.#nextBegun();
    const start = this.#at + lengthBytes;
    if (start > this.#chunk.length) return this.#begin(lengthBytes);
    const end = start + this.#frameSize(this.#chunk, this.#at);
    if (end > this.#chunk.length) return this.#begin(end - this.#at);
    this.#at = end;
    return this.#chunk.subarray(start, end);
  }

  #begin(wanted: number): undefined {
    this.#wanted = wanted;
    if (this.#at < this.#chunk.length) this.#gather();
  }

  #nextBegun(): Uint8Array | undefined {
    if (!this.#gather()) return undefined;
    if (this.#wanted === lengthBytes) {
      this.#wanted += this.#frameSize(this.#begun.bytes, 0);
      if (!this.#gather()) return undefined;
    }
    return this.#begun.take().subarray(lengthBytes);
  }

  /** Takes of the chunk what is wanted. Returns whether that was all. */
  #gather(): boolean {
    const end = Math.min(this.#chunk.length, this.#at + this.#wanted - this.#begun.size);
    this.#begun.push(this.#chunk.subarray(this.#at, end), this.#wanted);
    this.#at = end;
    return this.#begun.size === this.#wanted;
  }

  // Read byte by byte: a view would cost more, and so would taking them apart as an iterable.
  #frameSize(bytes: Uint8Array, at: number): number {
    const high = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16);
    const size = high | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    if (size > 0 && size <= this.#maxFrameBytes) return size;
    if (size > 0) {
      const message = `expected a frame of at most ${this.#maxFrameBytes} bytes, got ${size}`;
      throw new TransportError("frame_too_large", message);
    }
    const code = size < 0 ? "negative_size" : "invalid_data";
    throw new ProtocolError(code, `expected a frame of 1 byte or more, got ${size}`);
  }
}
