import { ByteReader } from "@seapink/core";

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
export class VarintReader extends ByteReader {
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

  /** 64 bits with the sign in the lowest (§ zigzag), as a number if it is a safe integer, otherwise as a bigint. */
  longZigzag(): number | bigint {
    const at = this.position;
    if (at < this.end) {
      const byte = this.bytes[at] as number;
      if (byte < 0x80) {
        this.position = at + 1;
        return (byte >>> 1) ^ -(byte & 1);
      }
    }
    return this.moreOf64(at);
  }

  private moreOf64(at: number): number | bigint {
    if (at > this.end - mostBytes64) return this.anyOf64();
    const word = this.view.getInt32(at, true);
    const ends = ~word & upperBits;
    if (ends === 0) return this.halfOf64(groups(word), at + 4);
    const end = ends & -ends;
    this.position = at + ((32 - Math.clz32(end)) >> 3);
    const value = groups(word & (end - 1));
    return (value >>> 1) ^ -(value & 1);
  }

  private halfOf64(low: number, at: number): number | bigint {
    const word = this.view.getInt32(at, true);
    const ends = ~word & upperBits;
    if (ends === 0) return this.anyOf64();
    const end = ends & -ends;
    this.position = at + ((32 - Math.clz32(end)) >> 3);
    return zigzag64(low, groups(word & (end - 1)), 0);
  }

  /** The same of any length, and where the bytes may end before the varint. */
  private anyOf64(): number | bigint {
    let [low, middle, high] = [0, 0, 0];
    for (let shift = 0; ; shift += 7) {
      const byte = this.u8();
      if (shift === 63 && byte > mostLast64) this.tooLong(byte, 64);
      if (shift < 28) low |= (byte & 0x7f) << shift;
      else if (shift < 56) middle |= (byte & 0x7f) << (shift - 28);
      else high |= (byte & 0x7f) << (shift - 56);
      if (byte < 0x80) return zigzag64(low, middle, high);
    }
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

/** A number of 28 bits, 28 bits and 8 bits, whose sign is in the lowest. */
function zigzag64(low: number, middle: number, high: number): number | bigint {
  const half = (low >>> 1) + middle * 0x800_0000 + high * 0x80_0000_0000_0000;
  const value = (low & 1) === 0 ? half : -1 - half;
  // What is beyond 2^53 did not become less by rounding.
  return Number.isSafeInteger(value) ? value : largeZigzag(low, middle, high);
}

function largeZigzag(low: number, middle: number, high: number): bigint {
  const value = (BigInt(high) << 56n) | (BigInt(middle) << 28n) | BigInt(low);
  return (value >> 1n) ^ -(value & 1n);
}
