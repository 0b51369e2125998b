import { Blanks, type Docs } from "./blanks.ts";
import {
  backslash,
  dot,
  doubleQuote,
  isBinaryDigit,
  isDigit,
  isForeignNamePart,
  isHexDigit,
  isNamePart,
  isNameStart,
  isOctalDigit,
  letterB,
  letterE,
  letterO,
  letterX,
  lineFeed,
  minus,
  plus,
  singleQuote,
  zero,
} from "./character.ts";
import { type Codes, codesOf } from "./codes.ts";
import type { IdlDialect } from "./dialect.ts";
import { keywordAt } from "./keywords.ts";
import { quote } from "./quote.ts";

const marks = ["{", "}", "(", ")", "[", "]", "<", ">", ",", ";", ":", "=", "*", "&", "@"] as const;

export type Mark = (typeof marks)[number];
export type TokenKind = "name" | "integer" | "double" | "string" | "end" | Mark;

const markOf: ReadonlyArray<Mark | undefined> = Array.from({ length: 128 }, (_, code) =>
  marks.find((mark) => mark.charCodeAt(0) === code),
);

/** Told of what is no token, and of what is not ended. */
export type ScannerFault = (start: number, end: number, message: string) => void;

/**
 * Cuts text into tokens, one at a time; the fields describe the present one. It looks at each character a fixed number
 * of times, whatever the text is.
 */
export class Scanner {
  kind: TokenKind = "end";
  start = 0;
  end = 0;
  /** The text of a name, */
  word = "";
  /** and whether it means something to any grammar; if not, it need not be looked up. */
  isKeyword = false;
  /** Where the token before ended. */
  previousEnd = 0;
  readonly #text: string;
  readonly #codes: Codes;
  readonly #fault: ScannerFault;
  readonly #blanks: Blanks;
  /** Up to where it is known that no string goes on over lines, by quotation mark. */
  readonly #searched: Record<number, number> = { [doubleQuote]: 0, [singleQuote]: 0 };

  constructor(text: string, fault: ScannerFault, dialect?: IdlDialect) {
    this.#text = text;
    this.#codes = codesOf(text);
    this.#fault = fault;
    const unended = (start: number): void =>
      fault(start, start + 2, 'expected "*/" after this, got the end of the file');
    this.#blanks = new Blanks(text, dialect, unended, this.#codes);
  }

  /** The documentation before the token. */
  get docs(): Docs {
    return this.#blanks.docs;
  }

  /** Goes on to the next token; after the last one, to `end` for ever. */
  next(): void {
    this.previousEnd = this.end;
    do {
      this.start = this.#blanks.skip(this.end);
    } while (!this.#token(this.start));
  }

  /** Gives up on the rest. */
  finish(): void {
    this.end = this.#text.length;
    this.next();
  }

  /** Lets `look` go on; the scanner stays where it is. */
  ahead<T>(look: () => T): T {
    const { kind, start, end, word, isKeyword, previousEnd, docs } = this;
    const seen = look();
    Object.assign(this, { kind, start, end, word, isKeyword, previousEnd });
    this.#blanks.docs = docs;
    return seen;
  }

  #token(at: number): boolean {
    const text = this.#text;
    const codes = this.#codes;
    if (at >= text.length) return this.#take("end", text.length);
    const code = codes[at] as number;
    if (isNameStart(code)) return this.#name(at);
    const mark = markOf[code];
    if (mark !== undefined) return this.#take(mark, at + 1);
    if (code === doubleQuote || code === singleQuote) return this.#string(at, code);
    return this.#number(at) || (isForeignNamePart(code) ? this.#name(at) : this.#unknown(at));
  }

  #take(kind: TokenKind, end: number): true {
    this.kind = kind;
    this.end = end;
    return true;
  }

  #name(at: number): true {
    const text = this.#text;
    const codes = this.#codes;
    let end = at + 1;
    for (;;) {
      while (isNamePart(codes[end] as number)) end++;
      const code = codes[end] as number;
      if (isForeignNamePart(code)) end++;
      else if (code === dot && isAnyNamePart(codes[end + 1] as number)) end += 2;
      else break;
    }
    const keyword = keywordAt(codes, at, end);
    this.isKeyword = keyword !== undefined;
    this.word = keyword ?? text.slice(at, end);
    return this.#take("name", end);
  }

  #number(at: number): boolean {
    const codes = this.#codes;
    const first = codes[at] as number;
    const start = first === plus || first === minus ? at + 1 : at;
    const isOfBase = codes[start] === zero ? digitsOf(codes[start + 1] as number) : undefined;
    if (isOfBase) {
      const end = this.#while(isOfBase, start + 2);
      if (end > start + 2) return this.#take("integer", end);
    }
    const whole = this.#while(isDigit, start);
    const fraction = codes[whole] === dot ? this.#while(isDigit, whole + 1) : whole;
    const mantissa = fraction > whole + 1 ? fraction : whole;
    if (mantissa === start) return false;
    const end = this.#exponent(mantissa);
    return this.#take(end === whole ? "integer" : "double", end);
  }

  /** The end of an exponent that begins here, or here. */
  #exponent(at: number): number {
    const codes = this.#codes;
    if (((codes[at] as number) | 32) !== letterE) return at;
    const sign = codes[at + 1] as number;
    const digits = sign === plus || sign === minus ? at + 2 : at + 1;
    const end = this.#while(isDigit, digits);
    return end > digits ? end : at;
  }

  #while(test: (code: number) => boolean, at: number): number {
    while (test(this.#codes[at] as number)) at++;
    return at;
  }

  #string(at: number, quoteMark: number): true {
    const text = this.#text;
    const codes = this.#codes;
    for (let end = at + 1; end < text.length; end++) {
      const code = codes[end] as number;
      if (code === quoteMark) return this.#take("string", end + 1);
      if (code === lineFeed) return this.#longString(at, end, quoteMark);
      if (code === backslash && codes[end + 1] !== lineFeed) end++;
    }
    return this.#unterminated(at, text.length);
  }

  // One that looks as if its mark were that of the next string ends with its line, so that a forgotten mark spoils
  // one line and not the file.
  #longString(at: number, lineEnd: number, quoteMark: number): true {
    if (at < (this.#searched[quoteMark] as number)) return this.#unterminated(at, lineEnd);
    const text = this.#text;
    const codes = this.#codes;
    let end = lineEnd;
    while (end < text.length && codes[end] !== quoteMark) end += codes[end] === backslash ? 2 : 1;
    if (end < text.length && !isGlued(codes[end + 1] as number)) return this.#take("string", end + 1);
    this.#searched[quoteMark] = end;
    return this.#unterminated(at, lineEnd);
  }

  #unterminated(at: number, end: number): true {
    this.#fault(at, end, "expected a closing quote, got the end of the line");
    return this.#take("string", end);
  }

  #unknown(at: number): false {
    const text = this.#text;
    const codes = this.#codes;
    let end = at + 1;
    while ((codes[end] as number) > 126 && !isForeignNamePart(codes[end] as number)) end++;
    this.end = end;
    this.#fault(at, end, `expected a name, number, string or mark, got ${quote(text.slice(at, end))}`);
    return false;
  }
}

/** What digits follow `0x`, `0o` or `0b`, by the letter. */
function digitsOf(letter: number): ((code: number) => boolean) | undefined {
  switch (letter | 32) {
    case letterX:
      return isHexDigit;
    case letterO:
      return isOctalDigit;
    case letterB:
      return isBinaryDigit;
    default:
      return undefined;
  }
}

function isAnyNamePart(code: number): boolean {
  return isNamePart(code) || isForeignNamePart(code);
}

/** Whether what follows a quotation mark shows that a string begins there. */
function isGlued(code: number): boolean {
  return isAnyNamePart(code) || code === doubleQuote || code === singleQuote || code === backslash || code === dot;
}
