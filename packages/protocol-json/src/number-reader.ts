import { Byte, isDigit, isLetter } from "./bytes.ts";
import { TokenReader } from "./token-reader.ts";

/** What digits add up to below this is exact as a double; what is more may have been rounded to this very number. */
const inexact = 2 ** 53;
/** Powers of ten that a double holds exactly. */
const powersOfTen = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads numbers where they stand; as text only those that a double might round. */
export abstract class NumberReader extends TokenReader {
  /** An integer, which is exact if it is a safe one. */
  protected integer(): number {
    const at = this.begin();
    return at < this.end && this.bytes[at] === Byte.quote ? this.quotedDigits(at) : this.digits(at);
  }

  protected digits(at: number): number {
    const bytes = this.bytes;
    const end = this.end;
    const isNegative = at < end && bytes[at] === Byte.minus;
    const first = isNegative ? at + 1 : at;
    let value = 0;
    let i = first;
    for (; i < end; i++) {
      const digit = (bytes[i] as number) - Byte.zero;
      if (digit >>> 0 > 9) break;
      value = value * 10 + digit;
    }
    this.position = i;
    if (i === first) this.unexpected("an integer");
    // Not -value, which would be -0.
    return isNegative ? 0 - value : value;
  }

  private quotedDigits(at: number): number {
    const value = this.digits(at + 1);
    this.closeNumber();
    return value;
  }

  protected closeNumber(): void {
    if (this.next !== Byte.quote) this.unexpected("'\"' after a number");
    this.position++;
  }

  /** An integer that was read, but is not a safe one: to the last digit. */
  protected lastInteger(): bigint {
    const after = this.position;
    const end = this.bytes[after - 1] === Byte.quote ? after - 1 : after;
    let start = end;
    // Zeros may precede the digits that count, so many that they are better not converted.
    while (end - start < 20 && start > this.start && isDigit(this.bytes[start - 1] as number)) start--;
    this.position = start;
    const digits = this.text(end - start);
    this.position = after;
    return BigInt(digits);
  }

  // Below 2^53 and up to 10^22 all are exact as doubles, and so is their quotient to the last bit; the rest takes its time.
  protected number(): number {
    const bytes = this.bytes;
    const end = this.end;
    const start = this.begin();
    const isNegative = start < end && bytes[start] === Byte.minus;
    const first = isNegative ? start + 1 : start;
    let value = 0;
    let i = first;
    let digit = 0;
    for (; i < end; i++) {
      digit = (bytes[i] as number) - Byte.zero;
      if (digit >>> 0 > 9) break;
      value = value * 10 + digit;
    }
    let scale = 0;
    if (i > first && digit === Byte.dot - Byte.zero) {
      const point = i++;
      for (; i < end; i++) {
        digit = (bytes[i] as number) - Byte.zero;
        if (digit >>> 0 > 9) break;
        value = value * 10 + digit;
      }
      scale = i - point - 1;
      if (scale === 0) return this.anyNumber(start);
    }
    if (i === first || value >= inexact || scale > 22 || (digit | 0x20) === exponent) return this.anyNumber(start);
    if (bytes[first] === Byte.zero && i - first > 1 && bytes[first + 1] !== Byte.dot) return this.anyNumber(start);
    this.position = i;
    if (scale > 0) value /= powersOfTen[scale] as number;
    return isNegative ? -value : value;
  }

  private anyNumber(start: number): number {
    this.position = start;
    const isQuoted = this.next === Byte.quote;
    if (isQuoted) this.position++;
    const first = this.position;
    let end = first;
    while (end < this.end && isNumberByte(this.bytes[end] as number)) end++;
    const value = numberOf(this.text(end - first), isQuoted, this.isLenient);
    this.position = first;
    if (value === undefined) this.unexpected("a number");
    if (value === "overflow") this.fail("expected a number that a double can hold, got a larger one");
    this.position = end;
    if (isQuoted) this.closeNumber();
    return value;
  }
}

/** `e` and `E`, less the zero. */
const exponent = (0x45 - Byte.zero) | 0x20;

// Of all that may stand for a number: digits, signs, a dot, an exponent, and names.
function isNumberByte(byte: number): boolean {
  return isDigit(byte) || byte === Byte.minus || byte === Byte.dot || byte === 0x2b || isLetter(byte);
}

const names: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** As Python's library writes them, and others. */
const lenientNames: ReadonlyMap<string, number> = new Map([
  ...names,
  ["nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
]);

function numberOf(text: string, isQuoted: boolean, isLenient: boolean): number | "overflow" | undefined {
  if (number.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : "overflow";
  }
  if (isLenient) return lenientNames.get(text);
  return isQuoted ? names.get(text) : undefined;
}
