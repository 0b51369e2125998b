import { ProtocolError, type ProtocolErrorCode } from "./protocol-error.ts";
import { CopyPool } from "./copy-pool.ts";
import { asciiSlice, isAscii, utf8Read } from "./native.ts";

/** Text is decoded in windows of this size and cut from there; a string of a window keeps the window alive. */
const windowBytes = 1024;
/** Longer strings are decoded by themselves. */
const windowedText = 256;

interface Views {
  readonly buffer: ArrayBufferLike;
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/**
 * Views of the buffer that many messages arrived in. Making them costs more than reading a small struct, so a
 * protocol keeps the last ones, unless the buffer is so large that keeping it would be felt.
 */
export class ViewCache {
  /** Where small copies of bytes are kept. */
  readonly copies: CopyPool = new CopyPool();
  #last: Views = makeViews(new ArrayBuffer(0));

  /** All of the buffer that `bytes` is a part of. */
  viewsOf(bytes: Uint8Array): Views {
    const buffer = bytes.buffer;
    return buffer === this.#last.buffer ? this.#last : this.#other(buffer);
  }

  #other(buffer: ArrayBufferLike): Views {
    const views = makeViews(buffer);
    if (buffer.byteLength <= 65_536) this.#last = views;
    return views;
  }
}

function makeViews(buffer: ArrayBufferLike): Views {
  return { buffer, bytes: new Uint8Array(buffer), view: new DataView(buffer) };
}

/**
 * Reads bytes from front to back, never past the end. `bytes` and `view` span the whole underlying buffer, and
 * `position` and `end` count from its beginning, so that one pair of views serves all messages of a chunk.
 */
export class ByteReader {
  // Only declared: fields that are defined first and assigned then make a reader twice as expensive (40 ns for 20).
  declare readonly bytes: Uint8Array;
  declare readonly view: DataView;
  declare readonly start: number;
  declare readonly end: number;
  declare position: number;
  /** See `ProtocolReader`. */
  declare sharesBytes: boolean;
  declare private readonly views: ViewCache;
  declare private window: string;
  declare private windowStart: number;
  declare private windowEnd: number;

  constructor(bytes: Uint8Array, views: ViewCache) {
    const all = views.viewsOf(bytes);
    const start = bytes.byteOffset;
    this.sharesBytes = false;
    this.views = views;
    this.bytes = all.bytes;
    this.view = all.view;
    this.start = start;
    this.end = start + bytes.byteLength;
    this.position = start;
    this.window = "";
    this.windowStart = 0;
    this.windowEnd = 0;
  }

  get offset(): number {
    return this.position - this.start;
  }

  /** Steps over the few bytes of a scalar and returns where they began. */
  take(size: number): number {
    const at = this.position;
    if (at + size > this.end) this.short(size);
    this.position = at + size;
    return at;
  }

  /** The same for a size that came from the wire, and that may be any. */
  takeMany(size: number): number {
    const at = this.position;
    if (size > this.end - at) this.short(size);
    this.position = at + size;
    return at;
  }

  private short(size: number): never {
    this.fail(`expected ${size} more bytes, got ${this.end - this.position}`);
  }

  u8(): number {
    return this.bytes[this.take(1)] as number;
  }

  /** The next `size` bytes as text, which must be UTF-8. */
  text(size: number): string {
    const at = this.takeMany(size);
    const end = at + size;
    if (!isAscii(this.view, at, end)) return utf8Read(this.bytes, at, end, at - this.start);
    if (size > windowedText) return asciiSlice(this.bytes, at, end);
    if (at < this.windowStart || end > this.windowEnd) this.moveWindow(at);
    return this.window.substring(at - this.windowStart, end - this.windowStart);
  }

  private moveWindow(at: number): void {
    const end = Math.min(this.end, at + windowBytes);
    this.windowStart = at;
    this.windowEnd = end;
    this.window = asciiSlice(this.bytes, at, end);
  }

  /** A copy of the next `size` bytes; a small one may share its buffer with others, and see `sharesBytes`. */
  copy(size: number): Uint8Array<ArrayBuffer> {
    const at = this.takeMany(size);
    // What came over a lane is never in memory that threads share.
    if (this.sharesBytes && 2 * size > this.bytes.length)
      return new Uint8Array(this.bytes.buffer as ArrayBuffer, at, size);
    return this.views.copies.copy(this.bytes, at, size);
  }

  fail(message: string, code: ProtocolErrorCode = "invalid_data"): never {
    throw new ProtocolError(code, message, { offset: this.offset });
  }
}
