import { ProtocolError } from "./protocol-error.ts";
import { TransportError } from "./transport-error.ts";
import { allocate, utf8Size, utf8Write } from "./native.ts";

/** Up to this length a loop over the characters beats the call into native code (measured on Node 24). */
const shortText = 24;

/** Room for what follows a large run of bytes, at the end of a message. */
const ending = 1024;

/** What a burst of large messages may at most keep allocated for the next. */
const largestExpectation = 1_048_576;

// Memory is taken with the first byte: most of many connections may never be answered.
const noBytes = new Uint8Array(0);
const noView = new DataView(noBytes.buffer);

/**
 * A growing run of bytes that is written from front to back. `bytes`, `view` and `position` are open so that a
 * protocol can `reserve` once and store several values; growing replaces them. Memory is taken in blocks, so that many
 * small messages share one.
 */
export class ByteWriter {
  bytes: Uint8Array<ArrayBuffer> = noBytes;
  view: DataView<ArrayBuffer> = noView;
  position = 0;
  /** Where the bytes begin that have not been taken. */
  start = 0;
  /** How many bytes have been taken since the beginning. */
  taken = 0;
  readonly #blockBytes: number;
  readonly #maxBytes: number;
  #recentBytes = 0;

  /**
   * @param blockBytes how much memory is taken at once
   * @param maxBytes how many bytes may wait to be taken; beyond, writing fails with `overloaded`
   */
  constructor(blockBytes = 16_384, maxBytes = 1_073_741_824) {
    this.#blockBytes = blockBytes;
    this.#maxBytes = maxBytes;
  }

  /** How many bytes wait to be taken. */
  get length(): number {
    return this.position - this.start;
  }

  /** Takes back what was written after `length` was this. */
  truncate(length: number): void {
    this.position = this.start + length;
  }

  /** Stores a word where one was left open, `offset` bytes after the first that waits to be taken. */
  patchI32(offset: number, value: number): void {
    this.view.setInt32(this.start + offset, value);
  }

  /** Makes room for this many bytes after `position`. */
  reserve(size: number): void {
    if (this.position + size > this.bytes.length) this.#grow(size);
  }

  // What was taken stays where it is; what was not moves to the front of another block.
  #grow(size: number): void {
    const written = this.length;
    const needed = written + size;
    if (needed > this.#maxBytes) {
      const message = `expected at most ${this.#maxBytes} bytes waiting to be sent, got ${needed}`;
      throw new TransportError("overloaded", message, { mayHaveRun: false });
    }
    // Twice what there is, so that growing is linear, but not twice what comes: it may be all, and memory is slow.
    const ample = Math.min(needed + written + ending, this.#maxBytes);
    const block = allocate(Math.max(this.#blockBytes, this.#recentBytes, ample));
    block.set(this.bytes.subarray(this.start, this.position));
    this.bytes = block;
    this.view = new DataView(block.buffer);
    this.start = 0;
    this.position = written;
  }

  u8(value: number): void {
    this.reserve(1);
    this.bytes[this.position++] = value;
  }

  i32(value: number): void {
    this.reserve(4);
    this.view.setInt32(this.position, value);
    this.position += 4;
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.position);
    this.position += bytes.length;
  }

  /**
   * Text as UTF-8 with its length in an i32 before it (binary protocol, § string).
   * @throws ProtocolError for a lone surrogate, which UTF-8 cannot hold.
   */
  text(value: string): void {
    const size = this.utf8(value, 4);
    this.view.setInt32(this.position, size);
    this.position += 4 + size;
  }

  /**
   * Stores text as UTF-8, `gap` bytes after `position`, and returns how many bytes it took. `position` stays: the
   * protocol stores the length where the gap is, without another `reserve`, and moves on.
   * @throws ProtocolError for a lone surrogate, which UTF-8 cannot hold.
   */
  utf8(value: string, gap: number): number {
    const length = value.length;
    this.reserve(gap + this.#mostBytes(gap, length, value));
    const at = this.position + gap;
    return length < shortText ? this.#shortText(value, at) : this.#longText(value, at);
  }

  // Three bytes a unit are the most; counted only where the limit does not allow for that many.
  #mostBytes(gap: number, length: number, value: string): number {
    return this.length + gap + 3 * length <= this.#maxBytes ? 3 * length : utf8Size(value);
  }

  #shortText(value: string, at: number): number {
    const bytes = this.bytes;
    const length = value.length;
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(i);
      if (unit > 0x7f) return this.#longText(value, at);
      bytes[at + i] = unit;
    }
    return length;
  }

  // As many bytes as units means ASCII, where there is nothing to check.
  #longText(value: string, at: number): number {
    const size = utf8Write(this.bytes, value, at);
    if (size !== value.length && !value.isWellFormed()) {
      throw new ProtocolError("invalid_data", "expected well-formed text, got a lone surrogate");
    }
    return size;
  }

  /**
   * Hands over the first `length` bytes, by default all, of what was written since the last time. It is a view of memory
   * that is shared with what is written before and after it, but no byte of it is ever written again, unless it is given
   * back by `recycle`.
   */
  take(length: number = this.length): Uint8Array<ArrayBuffer> {
    const written = new Uint8Array(this.bytes.buffer, this.start, length);
    this.start += length;
    this.taken += length;
    this.#expect(length);
    if (this.bytes.length > largestExpectation && this.start === this.position) this.#release();
    return written;
  }

  /**
   * What was taken is of no use to anybody any more: if there is nothing else, its memory is written again. Whoever calls
   * this says that nobody has a view of it.
   */
  recycle(): void {
    if (this.start !== this.position) return;
    this.start = 0;
    this.position = 0;
  }

  // A block that one large message needed is not kept for the small ones after it.
  #release(): void {
    this.bytes = noBytes;
    this.view = noView;
    this.start = 0;
    this.position = 0;
  }

  // The next block has room for what was written lately, so that large messages do not grow step by step each time.
  #expect(size: number): void {
    const recent = this.#recentBytes;
    this.#recentBytes = size > recent ? Math.min(size + 64, largestExpectation) : recent - ((recent - size) >> 3);
  }
}
