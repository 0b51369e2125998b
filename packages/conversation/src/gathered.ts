import { allocate } from "@seapink/core";

const fewBytes = 256;

/**
 * The beginning of a message whose rest has not come yet. It grows by doubling, so that the memory it takes is bounded
 * by the bytes that came, however small the pieces were.
 */
export class Gathered {
  #bytes: Uint8Array = empty;
  size = 0;

  /** @param wanted how many bytes there will be in the end, where that is known */
  push(piece: Uint8Array, wanted: number = Number.POSITIVE_INFINITY): void {
    const size = this.size + piece.length;
    if (size > this.#bytes.length) this.#grow(Math.min(wanted, Math.max(2 * size, fewBytes)));
    this.#bytes.set(piece, this.size);
    this.size = size;
  }

  #grow(capacity: number): void {
    const bytes = allocate(capacity);
    bytes.set(this.bytes);
    this.#bytes = bytes;
  }

  /** What is there so far. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.size);
  }

  /** Hands over what is there and begins anew. */
  take(): Uint8Array {
    const { bytes } = this;
    this.#bytes = empty;
    this.size = 0;
    return bytes;
  }
}

const empty = new Uint8Array(0);
