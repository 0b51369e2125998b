import { type Limits, ProtocolError, TransportError } from "@seapink/core";
import type { Cutter } from "./framing.ts";
import { Gathered } from "./gathered.ts";

/** Cuts frames: a length in four bytes, big-endian and signed, then that many bytes. */
export class FrameCutter implements Cutter {
  readonly #maxFrameBytes: number;
  readonly #gathered = new Gathered();
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** How many bytes must be there before it makes sense to look again. */
  #wanted = 4;

  constructor(limits: Limits) {
    this.#maxFrameBytes = limits.maxFrameBytes;
  }

  get isPartial(): boolean {
    return this.#gathered.size > 0 || this.#at < this.#chunk.length;
  }

  // Memory is taken for bytes that came, never for bytes that a length promises.
  push(bytes: Uint8Array): void {
    this.#gathered.push(this.#chunk.subarray(this.#at));
    this.#gathered.push(bytes);
    const isEnough = this.#gathered.size >= this.#wanted;
    this.#chunk = isEnough ? this.#gathered.take() : empty;
    this.#at = 0;
  }

  next(): Uint8Array | undefined {
    const left = this.#chunk.length - this.#at;
    if (left < 4) return this.#wait(4);
    const size = this.#frameSize();
    if (left < size + 4) return this.#wait(size + 4);
    const start = this.#at + 4;
    this.#at = start + size;
    return this.#chunk.subarray(start, this.#at);
  }

  #wait(bytes: number): undefined {
    if (this.#gathered.size === 0) this.#wanted = bytes;
  }

  #frameSize(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#chunk.subarray(this.#at, this.#at + 4);
    const size = (a << 24) | (b << 16) | (c << 8) | d;
    if (size <= 0) throw new ProtocolError("negative_size", `expected a frame of 1 byte or more, got ${size}`);
    if (size > this.#maxFrameBytes) {
      throw new TransportError(
        "frame_too_large",
        `expected a frame of at most ${this.#maxFrameBytes} bytes, got ${size}`,
      );
    }
    return size;
  }
}

const empty = new Uint8Array(0);
