import { BoundedReader, type Limits, ProtocolError, type ViewCache } from "@seapink/core";
import { Byte, describeByte, isDigit, isLetter, isWhitespace } from "./bytes.ts";
import { nextPlace, Place } from "./place.ts";
import { unescape } from "./unescape.ts";

/** What a reader takes or refuses. */
export interface ReaderOptions {
  readonly isLenient: boolean;
  readonly hasRawKeys: boolean;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What digits add up to below this is exact as a double; what is more may have been rounded to this very number. */
const inexact = 2 ** 53;
/** Powers of ten that a double holds exactly. */
const powersOfTen = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads the tokens of JSON where they stand, without a tree: each byte is looked at once, or twice in text. */
export class TokenReader extends BoundedReader {
  // Only declared, and protected by TypeScript alone: see ByteReader.
  declare protected readonly isLenient: boolean;
  /** Where the next value stands. */
  declare protected place: Place;
  /** Whether the text that was found last has escapes. */
  declare private isEscaped: boolean;

  constructor(bytes: Uint8Array, views: ViewCache, limits: Limits, isLenient: boolean) {
    // An element takes a byte, and another in front of it.
    super(bytes, views, limits, 2);
    this.isLenient = isLenient;
    this.place = Place.alone;
    this.isEscaped = false;
  }

  /** The next byte, where there is one. */
  protected get next(): number | undefined {
    return this.position < this.end ? this.bytes[this.position] : undefined;
  }

  protected skipWhitespace(): void {
    let at = this.position;
    while (at < this.end && isWhitespace(this.bytes[at] as number)) at++;
    this.position = at;
  }

  /** Steps over a character, and whitespace before it. */
  protected expect(byte: number): void {
    if (this.position < this.end && this.bytes[this.position] === byte) this.position++;
    else this.expectLater(byte);
  }

  private expectLater(byte: number): void {
    this.skipWhitespace();
    if (this.next !== byte) this.unexpected(describeByte(byte));
    this.position++;
  }

  protected unexpected(expected: string): never {
    this.fail(`expected ${expected}, got ${describeByte(this.next)}`);
  }

  /** Steps over what is before a value, and says where it begins. `position` need not be there yet. */
  protected begin(): number {
    const at = this.position;
    if (this.place === Place.item) {
      if (at + 1 < this.end && this.bytes[at] === Byte.comma && (this.bytes[at + 1] as number) > Byte.space)
        return at + 1;
    } else if (this.place === Place.alone && at < this.end && (this.bytes[at] as number) > Byte.space) return at;
    return this.beginLater();
  }

  private beginLater(): number {
    const place = this.place;
    if (place === Place.value) this.colon();
    else if (place === Place.item || place === Place.key) this.expect(Byte.comma);
    this.place = nextPlace[place] as Place;
    this.skipWhitespace();
    return this.position;
  }

  // Numbers are in quotes here, and here alone they have to be. Keys that are structs or containers end in a bracket.
  private colon(): void {
    const last = this.bytes[this.position - 1] as number;
    if (last !== Byte.quote && last !== Byte.closeBrace && last !== Byte.closeBracket) {
      this.fail("expected a key in quotes, got one without");
    }
    this.expect(Byte.colon);
  }

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

  /** Steps over the quote that begins text, and says where the one is that ends it. */
  protected openText(): number {
    const at = this.begin();
    this.position = at;
    if (this.next !== Byte.quote) this.unexpected("a string");
    this.position = at + 1;
    return this.closingQuote(at + 1);
  }

  private closingQuote(start: number): number {
    const bytes = this.bytes;
    const end = this.end;
    let at = start;
    while (at < end && special[bytes[at] as number] === 0) at++;
    this.isEscaped = false;
    return at < end && bytes[at] === Byte.quote ? at : this.closingQuoteLater(at);
  }

  private closingQuoteLater(start: number): number {
    for (let at = start; at < this.end; at++) {
      const byte = this.bytes[at] as number;
      if (byte === Byte.quote) return at;
      if (byte === Byte.backslash) {
        this.isEscaped = true;
        at++;
      } else if (byte < Byte.space && !this.isLenient) {
        this.position = at;
        this.unexpected("a string without control characters");
      }
    }
    this.position = this.end;
    this.unexpected("the end of a string");
  }

  /** The text from here to its closing quote. */
  protected closeText(end: number): string {
    const text = this.isEscaped ? this.decode(this.unescaped(end)) : this.text(end - this.position);
    this.position = end + 1;
    return text;
  }

  /** The bytes that the text from here to `end` stands for. */
  protected textBytes(end: number): Uint8Array {
    return this.isEscaped ? this.unescaped(end) : this.bytes.subarray(this.position, end);
  }

  private unescaped(end: number): Uint8Array {
    const start = this.position;
    const bytes = new Uint8Array(end - start);
    const size = unescape(this.bytes, start, end, bytes, this.isLenient);
    if (size >= 0) return bytes.subarray(0, size);
    this.position = start - size - 1;
    this.fail("expected an escape of JSON, and surrogates in pairs");
  }

  private decode(bytes: Uint8Array): string {
    try {
      return decoder.decode(bytes);
    } catch (cause) {
      const message = `expected UTF-8 in a string of ${bytes.length} bytes`;
      throw new ProtocolError("invalid_data", message, { cause, offset: this.offset });
    }
  }
}

/** What ends a run of plain characters in text: quotes, backslashes, and control characters. */
const special = new Uint8Array(256).fill(1, 0, Byte.space);
special[Byte.quote] = 1;
special[Byte.backslash] = 1;

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
