import { defaultLimits, type Limits, messageTooLong } from "@seapink/core";
import { Char, isBracket, isClosingBracket, isSpace } from "./characters.ts";

/**
 * Cuts what arrives in pieces into the texts of the JSON values in it, on a line each or not, as soon as each is whole.
 * They are not checked: what is no JSON comes out for `fromJson` to refuse.
 * @throws ProtocolError for a text beyond the limit of messages.
 */
export async function* jsonTexts(
  chunks: AsyncIterable<string> | Iterable<string>,
  { limits = defaultLimits }: { readonly limits?: Limits | undefined } = {},
): AsyncGenerator<string, void, undefined> {
  const cutter = new Cutter(limits.maxMessageBytes);
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}

/** Where a value ends is known by its brackets and quotes alone. */
class Cutter {
  readonly #most: number;
  /** What came of a value before this chunk. */
  #before = "";
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  /** Whether a value has begun. */
  #isInside = false;

  constructor(most: number) {
    this.#most = most;
  }

  *push(chunk: string): Generator<string> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk.charCodeAt(at);
      if (this.#isInside && this.#endsBefore(char)) {
        yield this.#cut(chunk.slice(start, at));
        start = at;
      }
      if (!this.#isInside && isSpace(char)) {
        start = at + 1;
      } else if (this.#endsWith(char)) {
        yield this.#cut(chunk.slice(start, at + 1));
        start = at + 1;
      }
    }
    this.#before += chunk.slice(start);
    this.#check(this.#before);
  }

  *end(): Generator<string> {
    if (this.#isInside) yield this.#cut("");
  }

  /** A number or a word has no end of its own. */
  #endsBefore(char: number): boolean {
    if (this.#isInString || this.#depth > 0) return false;
    return isSpace(char) || isBracket(char) || char === Char.quote;
  }

  #endsWith(char: number): boolean {
    this.#isInside = true;
    if (this.#isInString) return this.#endsString(char);
    if (char === Char.quote) this.#isInString = true;
    else if (isBracket(char)) this.#depth++;
    else if (isClosingBracket(char)) return --this.#depth <= 0;
    return false;
  }

  #endsString(char: number): boolean {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (char === Char.backslash) this.#isEscaped = true;
    else if (char === Char.quote) this.#isInString = false;
    return !this.#isInString && this.#depth === 0;
  }

  #cut(last: string): string {
    const text = this.#before + last;
    this.#before = "";
    this.#depth = 0;
    this.#isInside = false;
    this.#check(text);
    return text;
  }

  #check(text: string): void {
    if (text.length > this.#most) messageTooLong(this.#most, text.length);
  }
}
