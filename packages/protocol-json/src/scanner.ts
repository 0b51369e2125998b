import { type Limits, messageTooLong, ProtocolError, type Scanner, tooDeep, tooManyElements } from "@seapink/core";
import { Byte, describeByte, isWhitespace } from "./bytes.ts";
import { beginning, failNameSize, failVersion } from "./message-header.ts";

/** Where in a message the next byte is. */
const State = { begin: 0, tokens: 1, text: 2, escape: 3, hex: 4, end: 5 } as const;
type State = (typeof State)[keyof typeof State];

/** What is open. An array is a map's once a second name of a type is in it. */
const Level = { message: 0, struct: 1, field: 2, array: 3, mapArray: 4, map: 5 } as const;

const none = -1;
/** By level, what a brace and a bracket in it open, */
const byBrace: readonly number[] = [Level.struct, Level.field, Level.struct, Level.struct, Level.map, Level.struct];
const byBracket: readonly number[] = [none, none, Level.array, Level.array, none, Level.array];
/** what closes it, */
const { closeBrace, closeBracket } = Byte;
const closing = [closeBracket, closeBrace, closeBrace, closeBracket, closeBracket, closeBrace] as const;
/** and whether it counts as depth, as it does for the reader; the rest is only their notation. */
const isDeep: readonly boolean[] = [false, true, false, true, true, false];

/**
 * Finds the ends of messages by their brackets, without decoding them. All else that may be wrong with them is left to
 * the reader, but for the limits. Between chunks it remembers what is open. After an error it is of no further use.
 */
export class JsonScanner implements Scanner {
  readonly #limits: Limits;
  readonly #isLenient: boolean;
  #state: State = State.begin;
  /** How much of the beginning has come. */
  #begun = 0;
  readonly #levels: number[] = [];
  /** For each level, how many commas it has had. */
  readonly #commas: number[] = [];
  #level: number = none;
  #depth = 0;
  #elements = 0;
  /** Bytes of the method's name, counting each escape as the one that it stands for at least; -1 in other text. */
  #nameBytes = -1;
  /** Hexadecimal digits that an escape in the name still takes. */
  #digits = 0;
  /** Where in the message the byte is that is looked at. */
  #offset = 0;

  constructor(limits: Limits, isLenient: boolean) {
    this.#limits = limits;
    this.#isLenient = isLenient;
  }

  push(bytes: Uint8Array): number | undefined {
    const before = this.#offset;
    const end = Math.min(bytes.length, this.#limits.maxMessageBytes - before);
    for (let at = 0; at < end;) {
      this.#offset = before + at;
      if (this.#state === State.text) at = this.#text(bytes, at, end);
      else this.#step(bytes[at++] as number);
      if (this.#state === State.end) return this.#finish(at);
    }
    this.#offset = before + end;
    const most = this.#limits.maxMessageBytes;
    if (end < bytes.length) messageTooLong(most, most + 1, this.#offset);
    return undefined;
  }

  /** The message is complete; what follows is another. */
  #finish(at: number): number {
    this.#state = State.begin;
    this.#elements = 0;
    this.#offset = 0;
    return at;
  }

  /** Goes on in text, as far as it is there. */
  #text(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    while (at < end && !isSpecial(bytes[at] as number)) at++;
    if (this.#nameBytes >= 0) this.#growName(at - start);
    if (at === end) return at;
    const byte = bytes[at] as number;
    if (byte === Byte.quote) this.#endText();
    else if (byte === Byte.backslash) this.#state = State.escape;
    else if (!this.#isLenient) this.#fail(`expected a string without control characters, got ${describeByte(byte)}`);
    return at + 1;
  }

  #endText(): void {
    this.#state = State.tokens;
    this.#nameBytes = -1;
  }

  #growName(bytes: number): void {
    this.#nameBytes += bytes;
    if (this.#nameBytes > this.#limits.maxMethodNameBytes) failNameSize(this.#limits, this.#offset);
  }

  #step(byte: number): void {
    switch (this.#state) {
      case State.tokens:
        return this.#token(byte);
      case State.escape:
        return this.#escape(byte);
      case State.hex:
        if (--this.#digits === 0) this.#state = State.text;
        return;
      default:
        if (!isWhitespace(byte)) this.#begin(byte);
    }
  }

  // What an escape stands for matters to the length of a name alone.
  #escape(byte: number): void {
    this.#state = State.text;
    if (this.#nameBytes < 0) return;
    this.#growName(1);
    if (byte !== Byte.u) return;
    this.#state = State.hex;
    this.#digits = 4;
  }

  #begin(byte: number): void {
    if (byte !== beginning[this.#begun]) failVersion(describeByte(byte), this.#offset);
    if (++this.#begun < beginning.length) return;
    this.#begun = 0;
    this.#state = State.text;
    this.#nameBytes = 0;
    this.#open(Level.message, byte);
  }

  #token(byte: number): void {
    switch (byte) {
      case Byte.quote:
        return this.#quote();
      case Byte.comma:
        return this.#comma();
      case Byte.colon:
        return this.#level === Level.map ? this.#count() : undefined;
      case Byte.openBrace:
        return this.#open(byBrace[this.#level] as number, byte);
      case Byte.openBracket:
        return this.#open(byBracket[this.#level] as number, byte);
      case Byte.closeBrace:
      case Byte.closeBracket:
        return this.#close(byte);
      default:
        if (byte > 0x7e || (byte < Byte.space && !isWhitespace(byte))) this.#unexpected(byte);
    }
  }

  #quote(): void {
    this.#state = State.text;
    if (this.#level === Level.array && this.#commas.at(-1) === 1) {
      this.#level = Level.mapArray;
      this.#levels[this.#levels.length - 1] = Level.mapArray;
    }
  }

  // In a list they follow the type's name and stand before each element.
  #comma(): void {
    if (this.#level !== Level.array) return;
    const top = this.#commas.length - 1;
    const commas = (this.#commas[top] as number) + 1;
    this.#commas[top] = commas;
    if (commas > 1) this.#count();
  }

  #count(): void {
    const most = this.#limits.maxContainerElements;
    if (++this.#elements > most) tooManyElements(most, this.#offset);
  }

  #open(level: number, byte: number): void {
    if (level === none) this.#unexpected(byte);
    const most = this.#limits.maxDepth;
    if (isDeep[level] && ++this.#depth > most) tooDeep(most, this.#offset);
    this.#levels.push(level);
    this.#commas.push(0);
    this.#level = level;
  }

  #close(byte: number): void {
    if (byte !== closing[this.#level]) this.#unexpected(byte);
    if (isDeep[this.#level]) this.#depth--;
    this.#levels.pop();
    this.#commas.pop();
    this.#level = this.#levels.at(-1) ?? none;
    if (this.#level === none) this.#state = State.end;
  }

  #unexpected(byte: number): never {
    this.#fail(`expected a struct's JSON, got ${describeByte(byte)}`);
  }

  #fail(message: string): never {
    throw new ProtocolError("invalid_data", message, { offset: this.#offset });
  }
}

/** What does not just belong to text: its end, escapes, and control characters. */
function isSpecial(byte: number): boolean {
  return byte === Byte.quote || byte === Byte.backslash || byte < Byte.space;
}
