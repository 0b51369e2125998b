import { Char, isDigit, isExponent } from "./characters.ts";
import { exactInteger, parseI64 } from "./exact-integer.ts";
import { heldByNumber } from "../held-by-number.ts";
import { TextReader } from "./text-reader.ts";

/** What digits add up to below this is exact as a double. */
const inexact = 2 ** 53;
/** As many digits always are below. */
const exactDigits = 15;
/** Powers of ten that a double holds exactly. */
const powersOfTen = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/** Reads numbers where they stand; as text only those that a double might round. */
export abstract class NumberReader extends TextReader {
  /** Refuses a value of another kind, or what is no value. */
  abstract mismatch(expected: string): never;

  /** An integer of this many bits; `1e3` and `1.0` are integers too. */
  integer(bits: number, expected: string): number {
    const start = this.#start();
    const value = this.#digits();
    if (value === undefined) return this.#anyInteger(start, bits, expected);
    return (value << (32 - bits)) >> (32 - bits) === value ? value : this.#otherNumber(start, expected);
  }

  #anyInteger(start: number, bits: number, expected: string): number {
    const value = Number(this.#exact(start, expected));
    return (value << (32 - bits)) >> (32 - bits) === value ? value : this.#otherNumber(start, expected);
  }

  i64(): bigint {
    const start = this.#start();
    if (this.text.charCodeAt(start) === Char.quote) return this.#quotedI64(start);
    const value = this.#digits();
    if (value !== undefined) return BigInt(value);
    const exact = this.#exact(start, "i64");
    return BigInt.asIntN(64, exact) === exact ? exact : this.#otherNumber(start, "i64");
  }

  #quotedI64(start: number): bigint {
    this.position++;
    const value = parseI64(this.quoted());
    if (value !== undefined) return value;
    this.position = start;
    this.mismatch("i64");
  }

  /** An i64 that a number can hold. */
  i64Number(): number {
    const start = this.#start();
    const value = Number(this.i64());
    return Number.isSafeInteger(value) ? value : this.#otherNumber(start, heldByNumber);
  }

  /** To the beginning of a value. */
  #start(): number {
    this.next();
    return this.position;
  }

  /** The digits of an integer that a number holds; `undefined`, without moving, if there is anything else. */
  #digits(): number | undefined {
    const { text, end } = this;
    let at = this.position;
    const isNegative = at < end && text.charCodeAt(at) === Char.minus;
    if (isNegative) at++;
    const first = at;
    let value = 0;
    let digit = 0;
    for (; at < end; at++) {
      digit = text.charCodeAt(at) - Char.zero;
      if (digit >>> 0 > 9) break;
      value = value * 10 + digit;
    }
    if (at === first || at - first > exactDigits || (text.charCodeAt(first) === Char.zero && at - first > 1)) return;
    if (at < end && (digit === Char.dot - Char.zero || isExponent(digit + Char.zero))) return;
    this.position = at;
    // Not -value, which would be -0.
    return isNegative ? 0 - value : value;
  }

  #exact(start: number, expected: string): bigint {
    return exactInteger(this.#number(expected)) ?? this.#otherNumber(start, expected);
  }

  /** What comes next as text, if it is a number. */
  #number(expected: string): string {
    const char = this.next();
    if (char !== Char.minus && !isDigit(char)) this.mismatch(expected);
    const start = this.position;
    this.passNumber();
    return this.text.slice(start, this.position);
  }

  #otherNumber(start: number, expected: string): never {
    this.position = start;
    this.mismatch(expected);
  }

  // Below 2^53 and up to 10^22 all are exact as doubles, and so is their quotient to the last bit; the rest takes its time.
  double(expected: string): number {
    const { text, end } = this;
    const start = this.#start();
    const isNegative = start < end && text.charCodeAt(start) === Char.minus;
    const first = isNegative ? start + 1 : start;
    let value = 0;
    let digit = 0;
    let point = -1;
    let at = first;
    for (; at < end; at++) {
      digit = text.charCodeAt(at) - Char.zero;
      if (digit >>> 0 <= 9) value = value * 10 + digit;
      else if (digit === Char.dot - Char.zero && point < 0) point = at;
      else break;
    }
    const scale = point < 0 ? 0 : at - point - 1;
    const isPlain = at > first && value < inexact && scale <= 22 && point !== first && point !== at - 1;
    if (!isPlain || isExponent(digit + Char.zero) || this.#hasLeadingZero(first, at))
      return this.#anyDouble(start, expected);
    this.position = at;
    if (scale > 0) value /= powersOfTen[scale] as number;
    return isNegative ? -value : value;
  }

  #hasLeadingZero(first: number, end: number): boolean {
    return end - first > 1 && this.text.charCodeAt(first) === Char.zero && isDigit(this.text.charCodeAt(first + 1));
  }

  #anyDouble(start: number, expected: string): number {
    if (this.next() === Char.quote) return this.#namedDouble(start, expected);
    const value = Number(this.#number(expected));
    return Number.isFinite(value) ? value : this.#otherNumber(start, expected);
  }

  #namedDouble(start: number, expected: string): number {
    this.position++;
    const value = names.get(this.quoted());
    return value === undefined ? this.#otherNumber(start, expected) : value;
  }

  /** Over a number as JSON has it. */
  passNumber(): void {
    if (this.#isAt(Char.minus)) this.position++;
    if (this.#isAt(Char.zero)) this.position++;
    else this.#passDigits();
    if (this.#isAt(Char.dot)) {
      this.position++;
      this.#passDigits();
    }
    if (!isExponent(this.text.charCodeAt(this.position))) return;
    this.position++;
    if (this.#isAt(Char.plus) || this.#isAt(Char.minus)) this.position++;
    this.#passDigits();
  }

  #isAt(char: number): boolean {
    return this.text.charCodeAt(this.position) === char;
  }

  #passDigits(): void {
    if (!isDigit(this.text.charCodeAt(this.position))) this.malformed("a digit");
    do this.position++;
    while (isDigit(this.text.charCodeAt(this.position)));
  }
}

const names: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);
