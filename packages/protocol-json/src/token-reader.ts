import { BoundedReader, type Limits, ProtocolError, type ViewCache } from "@seapink/core";
import { Byte, describeByte, isWhitespace } from "./bytes.ts";
import { nextPlace, Place } from "./place.ts";
import { unescape } from "./unescape.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads the tokens of JSON where they stand, without a tree: punctuation, and text, whose bytes are looked at twice. */
export abstract class TokenReader extends BoundedReader {
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
