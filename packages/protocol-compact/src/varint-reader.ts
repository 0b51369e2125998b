import { ByteReader } from "@seapink/core";

/** How many bytes a varint of 32 bits and one of 64 may take, and what its last byte may be at most (§ varint). */
export const mostBytes32 = 5;
export const mostBytes64 = 10;
export const mostLast32 = 0x0f;
export const mostLast64 = 0x01;

/** Reads numbers of seven bits a byte, the lowest first. More bytes than needed are accepted, more bits are not. */
export class VarintReader extends ByteReader {
  // The groups of a long varint: 28 bits, 28 bits, and the 8 that are left of 64. Only declared: see ByteReader.
  declare private low: number;
  declare private middle: number;
  declare private high: number;

  /** Up to 32 bits, as a signed number: above 2^31 it is negative. */
  varint(): number {
    const first = this.u8();
    return first < 0x80 ? first : this.moreOf32(first);
  }

  private moreOf32(first: number): number {
    let value = first & 0x7f;
    for (let shift = 7; shift < 28; shift += 7) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    const last = this.u8();
    if (last > mostLast32) this.tooLong(last, 32);
    return value | (last << 28);
  }

  /** 32 bits with the sign in the lowest (§ zigzag). */
  zigzag(): number {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** The same of 64 bits, as a number if it is a safe integer, otherwise as a bigint. */
  longZigzag(): number | bigint {
    const first = this.u8();
    if (first < 0x80) return (first >>> 1) ^ -(first & 1);
    this.moreOf64(first);
    const half = (this.low >>> 1) + this.middle * 0x800_0000 + this.high * 0x80_0000_0000_0000;
    const value = (this.low & 1) === 0 ? half : -1 - half;
    // What is beyond 2^53 did not become less by rounding.
    return Number.isSafeInteger(value) ? value : this.large();
  }

  private moreOf64(first: number): void {
    this.middle = 0;
    this.high = 0;
    this.low = first & 0x7f;
    for (let shift = 7; shift < 28; shift += 7) {
      const byte = this.u8();
      this.low |= (byte & 0x7f) << shift;
      if (byte < 0x80) return;
    }
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.u8();
      this.middle |= (byte & 0x7f) << shift;
      if (byte < 0x80) return;
    }
    this.high = this.u8();
    if (this.high < 0x80) return;
    const last = this.u8();
    if (last > mostLast64) this.tooLong(last, 64);
    this.high = (this.high & 0x7f) | (last << 7);
  }

  private large(): bigint {
    const value = (BigInt(this.high) << 56n) | (BigInt(this.middle) << 28n) | BigInt(this.low);
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
