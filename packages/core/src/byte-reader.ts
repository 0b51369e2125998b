import { ProtocolError, type ProtocolErrorCode } from "./protocol-error.ts";
import { asciiSlice, isAscii, utf8Read } from "./native.ts";

/** Text is decoded in windows of this size and cut from there; a string of a window keeps the window alive. */
const windowBytes = 1024;
/** Longer strings are decoded by themselves. */
const windowedText = 256;

/**
 * Views of the buffer that many messages arrived in. Making them costs more than reading a small struct, so a
 * protocol keeps the last ones, unless the buffer is so large that keeping it would be felt.
 */
export class ViewCache {
  #bytes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(this.#bytes.buffer);

  /** All of the buffer that `bytes` is a part of. */
  viewsOf(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly view: DataView } {
    const buffer = bytes.buffer;
    if (buffer !== this.#bytes.buffer) {
      const views = { bytes: new Uint8Array(buffer), view: new DataView(buffer) };
      if (buffer.byteLength > 65_536) return views;
      this.#bytes = views.bytes;
      this.#view = views.view;
    }
    return { bytes: this.#bytes, view: this.#view };
  }
}

/**
 * Reads bytes from front to back, never past the end. `bytes` and `view` span the whole underlying buffer, and
 * `position` and `end` count from its beginning, so that one pair of views serves all messages of a chunk.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly start: number;
  readonly end: number;
  position: number;
  #text = "";
  #textStart = 0;
  #textEnd = 0;

  constructor(bytes: Uint8Array, views: ViewCache) {
    const all = views.viewsOf(bytes);
    this.bytes = all.bytes;
    this.view = all.view;
    this.start = bytes.byteOffset;
    this.position = bytes.byteOffset;
    this.end = bytes.byteOffset + bytes.byteLength;
  }

  get offset(): number {
    return this.position - this.start;
  }

  /** Steps over `size` bytes and returns where they began. */
  take(size: number): number {
    const at = this.position;
    if (size > this.end - at) this.short(size);
    this.position = at + size;
    return at;
  }

  // Apart from `take`, which must stay small enough to be inlined everywhere.
  private short(size: number): never {
    this.fail(`expected ${size} more bytes, got ${this.end - this.position}`);
  }

  u8(): number {
    return this.bytes[this.take(1)] as number;
  }

  /** The next `size` bytes as text, which must be UTF-8. */
  text(size: number): string {
    const at = this.take(size);
    const end = at + size;
    if (!isAscii(this.view, at, end)) return utf8Read(this.bytes, at, end, at - this.start);
    if (size > windowedText) return asciiSlice(this.bytes, at, end);
    if (at < this.#textStart || end > this.#textEnd) this.#moveWindow(at);
    return this.#text.substring(at - this.#textStart, end - this.#textStart);
  }

  #moveWindow(at: number): void {
    this.#textStart = at;
    this.#textEnd = Math.min(this.end, at + windowBytes);
    this.#text = asciiSlice(this.bytes, at, this.#textEnd);
  }

  /** A copy of the next `size` bytes. */
  copy(size: number): Uint8Array<ArrayBuffer> {
    const at = this.take(size);
    const copy = new Uint8Array(size);
    copy.set(this.bytes.subarray(at, at + size));
    return copy;
  }

  fail(message: string, code: ProtocolErrorCode = "invalid_data"): never {
    throw new ProtocolError(code, message, { offset: this.offset });
  }
}
