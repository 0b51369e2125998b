import { describeValue, ProtocolError } from "@seapink/core";
import { Char, isSpace } from "./characters.ts";
import { describeText, placeIn } from "./text-place.ts";

/** Reads what all of JSON has: whitespace, strings, and the words. Failures stand apart, so that the rest stays short. */
export class TextReader {
  readonly text: string;
  readonly end: number;
  position: number;
  /** The way to what could not be read, the innermost step first. */
  steps: string[];
  /** Whether what could not be read is no JSON, which has a line and a column rather than a path. */
  isMalformed: boolean;
  /** Strings without escapes need no look at their surrogates then. */
  readonly #isWellFormed: boolean;

  constructor(text: string) {
    this.text = text;
    this.end = text.length;
    this.position = 0;
    this.steps = [];
    this.isMalformed = false;
    this.#isWellFormed = text.isWellFormed();
  }

  get offset(): number {
    return this.position;
  }

  /** Over whitespace to the character that comes next; -1 at the end. */
  next(): number {
    const char = this.position < this.end ? this.text.charCodeAt(this.position) : -1;
    return char > Char.space ? char : this.#nextBehindSpace();
  }

  #nextBehindSpace(): number {
    for (; this.position < this.end; this.position++) {
      const char = this.text.charCodeAt(this.position);
      if (char > Char.space || !isSpace(char)) return char;
    }
    return -1;
  }

  /** Over a word, if it is the one that stands here. */
  passes(word: string): boolean {
    if (!this.text.startsWith(word, this.position)) return false;
    this.position += word.length;
    return true;
  }

  /** A string, behind whose first quote this is. */
  quoted(): string {
    const { text, end } = this;
    const start = this.position;
    for (let at = start; at < end; at++) {
      const char = text.charCodeAt(at);
      if (char === Char.quote) {
        this.position = at + 1;
        const string = text.slice(start, at);
        return this.#isWellFormed || string.isWellFormed() ? string : this.#loneSurrogate(string);
      }
      if (char === Char.backslash) return this.#escaped(start, at);
      if (char < Char.space) this.#controlCharacter(at);
    }
    this.malformed("the end of a string", end);
  }

  #escaped(start: number, from: number): string {
    const { text } = this;
    let at = from;
    for (; at < this.end; at++) {
      const char = text.charCodeAt(at);
      if (char === Char.quote) break;
      if (char === Char.backslash) at++;
      else if (char < Char.space) this.#controlCharacter(at);
    }
    if (at >= this.end) this.malformed("the end of a string", this.end);
    this.position = at + 1;
    const string = unescape(text.slice(start - 1, at + 1)) ?? this.#badEscape(from);
    return string.isWellFormed() ? string : this.#loneSurrogate(string);
  }

  #badEscape(from: number): never {
    const { text } = this;
    let at = from;
    // The string has an escape that is none; one that is good is two or six characters.
    while (goodEscape.test(text.slice(at, at + 6))) at = text.indexOf("\\", at + 2);
    const got = JSON.stringify(text.slice(at, at + (text[at + 1] === "u" ? 6 : 2)));
    this.isMalformed = true;
    this.fail(`${placeIn(text, at)}: expected an escape such as "\\n" or "\\u00e9", got ${got}`, at);
  }

  #controlCharacter(at: number): never {
    this.malformed("a string whose control characters are escaped", at);
  }

  // A Thrift string is UTF-8, which has no halves of a pair.
  #loneSurrogate(string: string): never {
    this.fail(`expected well-formed text, got a lone surrogate in ${describeValue(string)}`);
  }

  /** Refuses text that is no JSON. */
  malformed(expected: string, at: number = this.position): never {
    this.isMalformed = true;
    this.fail(`${placeIn(this.text, at)}: expected ${expected}, got ${describeText(this.text, at)}`, at);
  }

  /** Nothing was sent of what could not be read. */
  fail(message: string, offset: number = this.position): never {
    throw new ProtocolError("invalid_data", message, { offset, mayHaveRun: false });
  }
}

const goodEscape = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/;

// The host does it in one pass; by parts each escape would cost an object. `undefined` if an escape is none.
function unescape(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}
