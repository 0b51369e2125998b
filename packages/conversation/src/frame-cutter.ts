import type { Cutter } from "./cutter.ts";
import { Gathered } from "./gathered.ts";
import { withLeftover } from "./with-leftover.ts";

/**
 * Reads the length word that begins at `at` of bytes which hold all of it, and returns how many bytes follow it. What no
 * frame may have it refuses by throwing.
 */
export type SizeAt = (bytes: Uint8Array, at: number) => number;

/** Cuts frames: a word of so many bytes that tells the length, then that many bytes. Frames are handed out without it. */
export class FrameCutter implements Cutter {
  readonly #lengthBytes: number;
  readonly #sizeAt: SizeAt;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** The beginning of a frame, or of its length, that the chunks so far end in. */
  readonly #begun = new Gathered();
  /** How many bytes `#begun` needs. */
  #wanted: number;

  constructor(lengthBytes: number, sizeAt: SizeAt) {
    this.#lengthBytes = lengthBytes;
    this.#sizeAt = sizeAt;
    this.#wanted = lengthBytes;
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
    const start = this.#at + this.#lengthBytes;
    if (start > this.#chunk.length) return this.#begin(this.#lengthBytes);
    const end = start + this.#sizeAt(this.#chunk, this.#at);
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
    if (this.#wanted === this.#lengthBytes) {
      this.#wanted += this.#sizeAt(this.#begun.bytes, 0);
      if (!this.#gather()) return undefined;
    }
    return this.#begun.take().subarray(this.#lengthBytes);
  }

  /** Takes of the chunk what is wanted. Returns whether that was all. */
  #gather(): boolean {
    const end = Math.min(this.#chunk.length, this.#at + this.#wanted - this.#begun.size);
    this.#begun.push(this.#chunk.subarray(this.#at, end), this.#wanted);
    this.#at = end;
    return this.#begun.size === this.#wanted;
  }
}
