import { BoundedReader, type Limits, type ViewCache } from "@seapink/core";

/** How many bytes a varint of 32 bits and one of 64 may take, and what its last byte may be at most (§ varint). */
export const mostBytes32 = 5;
export const mostBytes64 = 10;
export const mostLast32 = 0x0f;
export const mostLast64 = 0x01;

/** The upper bit of each byte: whether another follows. */
const upperBits = 0x8080_8080;

/**
 * Reads numbers of seven bits a byte, the lowest first. More bytes than needed are accepted, more bits are not. Long ones
 * are read four bytes at once, since their lengths are nothing that a processor could foresee.
 */
export abstract class VarintReader extends BoundedReader {
  // Only declared: see ByteReader.
  declare private middle: number;
  declare private high: number;

  constructor(bytes: Uint8Array, views: ViewCache, limits: Limits) {
    // An element takes a byte or more.
    super(bytes, views, limits, 1);
    this.middle = 0;
    this.high = 0;
  }

  /** Up to 32 bits, as a signed number: above 2^31 it is negative. */
  varint(): number {
    const at = this.position;
    if (at < this.end) {
      const byte = this.bytes[at] as number;
      if (byte < 0x80) {
        this.position = at + 1;
        return byte;
      }
    }
    return this.moreOf32(at);
  }

  private moreOf32(at: number): number {
    if (at > this.end - mostBytes32) return this.lastOf32();
    const word = this.view.getInt32(at, true);
    const ends = ~word & upperBits;
    if (ends === 0) return this.allOf32(word, at);
    const end = ends & -ends;
    this.position = at + ((32 - Math.clz32(end)) >> 3);
    return groups(word & (end - 1));
  }

  private allOf32(word: number, at: number): number {
    const last = this.bytes[at + 4] as number;
    this.position = at + 5;
    if (last > mostLast32) this.tooLong(last, 32);
    return groups(word) | (last << 28);
  }

  /** The same where the bytes may end before the varint. */
  private lastOf32(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    const last = this.u8();
    if (last > mostLast32) this.tooLong(last, 32);
    return value | (last << 28);
  }

  /** 64 bits: returns the lowest 28, and leaves the next 28 in `middle` and the last 8 in `high`. */
  long(): number {
    const at = this.position;
    if (at > this.end - mostBytes64) return this.anyOf64();
    const word = this.view.getInt32(at, true);
    const ends = ~word & upperBits;
    if (ends === 0) return this.moreOf64(groups(word), at + 4);
    const end = ends & -ends;
    this.position = at + ((32 - Math.clz32(end)) >> 3);
    this.middle = 0;
    this.high = 0;
    return groups(word & (end - 1));
  }

  private moreOf64(low: number, at: number): number {
    const word = this.view.getInt32(at, true);
    const ends = ~word & upperBits;
    if (ends === 0) return this.anyOf64();
    const end = ends & -ends;
    this.position = at + ((32 - Math.clz32(end)) >> 3);
    this.middle = groups(word & (end - 1));
    this.high = 0;
    return low;
  }

  /** The same of any length, and where the bytes may end before the varint. */
  private anyOf64(): number {
    let [low, middle, high] = [0, 0, 0];
    for (let shift = 0, byte = 0x80; byte > 0x7f; shift += 7) {
      byte = this.u8();
      if (shift === 63 && byte > mostLast64) this.tooLong(byte, 64);
      if (shift < 28) low |= (byte & 0x7f) << shift;
      else if (shift < 56) middle |= (byte & 0x7f) << (shift - 28);
      else high |= (byte & 0x7f) << (shift - 56);
    }
    this.middle = middle;
    this.high = high;
    return low;
  }

  /** What `long` has read, with the sign in the lowest bit (§ zigzag): right only if it is a safe integer. */
  zigzagNumber(low: number): number {
    const half = (low >>> 1) + this.middle * 0x800_0000 + this.high * 0x80_0000_0000_0000;
    return (low & 1) === 0 ? half : -1 - half;
  }

  /** The same, whatever it is. */
  zigzagBigint(low: number): bigint {
    const value = (BigInt(this.high) << 56n) | (BigInt(this.middle) << 28n) | BigInt(low);
    return (value >> 1n) ^ -(value & 1n);
  }

  private tooLong(last: number, bits: number): never {
    const more = last < 0x80 ? "more bits" : "more bytes";
    this.fail(`expected a varint of at most ${bits} bits, got ${more}`);
  }

  /** Steps over one of 32 bits, or of 64. */
  skipVarint(bits: 32 | 64): void {
    const most = bits === 32 ? mostBytes32 : mostBytes64;
    let byte = this.u8();
    for (let count = 2; byte > 0x7f; count++) {
      byte = this.u8();
      if (count === most && byte > (bits === 32 ? mostLast32 : mostLast64)) this.tooLong(byte, bits);
    }
  }
}

/** The lower seven bits of each of four bytes. */
function groups(word: number): number {
  return (word & 0x7f) | ((word >>> 1) & 0x3f80) | ((word >>> 2) & 0x1f_c000) | ((word >>> 3) & 0xfe0_0000);
}
