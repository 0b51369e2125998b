import {
  backslash,
  dot,
  doubleQuote,
  hash,
  isBlank,
  isDigit,
  isHexDigit,
  isNamePart,
  isNameStart,
  letterE,
  letterX,
  lineFeed,
  minus,
  plus,
  singleQuote,
  slash,
  star,
  zero,
} from "./character.ts";
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
  /** The text of a name. */
  word = "";
  /** Where the token before ended. */
  previousEnd = 0;
  /** What stands in the last doc comment before the token; -1 without one. */
  docStart = -1;
  docEnd = -1;
  readonly #text: string;
  readonly #fault: ScannerFault;

  constructor(text: string, fault: ScannerFault) {
    this.#text = text;
    this.#fault = fault;
  }

  /** Goes on to the next token; after the last one, to `end` for ever. */
  next(): void {
    this.previousEnd = this.end;
    this.docStart = -1;
    do {
      this.start = this.#skipBlank(this.end);
    } while (!this.#token(this.start));
  }

  /** Gives up on the rest. */
  finish(): void {
    this.end = this.#text.length;
    this.next();
  }

  /** Lets `look` go on; the scanner stays where it is. */
  ahead<T>(look: () => T): T {
    const { kind, start, end, word, previousEnd, docStart, docEnd } = this;
    const seen = look();
    Object.assign(this, { kind, start, end, word, previousEnd, docStart, docEnd });
    return seen;
  }

  #token(at: number): boolean {
    const text = this.#text;
    if (at >= text.length) return this.#take("end", text.length);
    const code = text.charCodeAt(at);
    if (isNameStart(code)) return this.#name(at);
    const mark = markOf[code];
    if (mark !== undefined) return this.#take(mark, at + 1);
    if (code === doubleQuote || code === singleQuote) return this.#string(at, code);
    return this.#number(at) || this.#unknown(at);
  }

  #take(kind: TokenKind, end: number): true {
    this.kind = kind;
    this.end = end;
    return true;
  }

  #name(at: number): true {
    const text = this.#text;
    let end = at + 1;
    for (;;) {
      const code = text.charCodeAt(end);
      if (isNamePart(code)) end++;
      else if (code === dot && isNamePart(text.charCodeAt(end + 1))) end += 2;
      else break;
    }
    this.word = text.slice(at, end);
    return this.#take("name", end);
  }

  #number(at: number): boolean {
    const text = this.#text;
    const first = text.charCodeAt(at);
    const start = first === plus || first === minus ? at + 1 : at;
    if (text.charCodeAt(start) === zero && (text.charCodeAt(start + 1) | 32) === letterX) {
      const end = this.#while(isHexDigit, start + 2);
      if (end > start + 2) return this.#take("integer", end);
    }
    const whole = this.#while(isDigit, start);
    const fraction = text.charCodeAt(whole) === dot ? this.#while(isDigit, whole + 1) : whole;
    const mantissa = fraction > whole + 1 ? fraction : whole;
    if (mantissa === start) return false;
    const end = this.#exponent(mantissa);
    return this.#take(end === whole ? "integer" : "double", end);
  }

  /** The end of an exponent that begins here, or here. */
  #exponent(at: number): number {
    const text = this.#text;
    if ((text.charCodeAt(at) | 32) !== letterE) return at;
    const sign = text.charCodeAt(at + 1);
    const digits = sign === plus || sign === minus ? at + 2 : at + 1;
    const end = this.#while(isDigit, digits);
    return end > digits ? end : at;
  }

  #while(test: (code: number) => boolean, at: number): number {
    while (test(this.#text.charCodeAt(at))) at++;
    return at;
  }

  // A string ends with its line at the latest, so that a forgotten quote spoils one line and not the file.
  #string(at: number, quoteMark: number): true {
    const text = this.#text;
    for (let end = at + 1; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === quoteMark) return this.#take("string", end + 1);
      if (code === lineFeed) return this.#unterminated(at, end);
      if (code === backslash && text.charCodeAt(end + 1) !== lineFeed) end++;
    }
    return this.#unterminated(at, text.length);
  }

  #unterminated(at: number, end: number): true {
    this.#fault(at, end, "expected a closing quote, got the end of the line");
    return this.#take("string", end);
  }

  #unknown(at: number): false {
    const text = this.#text;
    let end = at + 1;
    while (text.charCodeAt(end) > 126) end++;
    this.end = end;
    this.#fault(at, end, `expected a name, number, string or mark, got ${quote(text.slice(at, end))}`);
    return false;
  }

  #skipBlank(at: number): number {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) at++;
      else if (code === hash) at = this.#lineEnd(at);
      else if (code !== slash) return at;
      else if (text.charCodeAt(at + 1) === slash) at = this.#lineEnd(at);
      else if (text.charCodeAt(at + 1) === star) at = this.#blockComment(at);
      else return at;
    }
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end === -1 ? this.#text.length : end;
  }

  #blockComment(at: number): number {
    const end = this.#text.indexOf("*/", at + 2);
    if (end === -1) {
      this.#fault(at, at + 2, 'expected "*/" after this, got the end of the file');
      return this.#text.length;
    }
    if (end > at + 2 && this.#text.charCodeAt(at + 2) === star) {
      this.docStart = at + 3;
      this.docEnd = end;
    }
    return end + 2;
  }
}
