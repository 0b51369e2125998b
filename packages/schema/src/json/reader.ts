import { describeValue, type Limits, messageTooLong, tooDeep, tooManyElements } from "@seapink/core";
import { Char, isBracket, isDigit } from "./characters.ts";
import { NumberReader } from "./number-reader.ts";

/** Whether names that are no fields are refused, or passed over. */
export type UnknownFields = "refuse" | "skip";

/** Reads values from JSON text, from front to back. */
export class JsonReader extends NumberReader {
  readonly unknownFields: UnknownFields;
  readonly #limits: Limits;
  #depth: number;
  /** As many elements as the limit still allows, where those that hold others count more. */
  #elements: number;

  constructor(text: string, limits: Limits, unknownFields: UnknownFields) {
    super(text);
    if (text.length > limits.maxMessageBytes) messageTooLong(limits.maxMessageBytes, text.length, 0);
    this.unknownFields = unknownFields;
    this.#limits = limits;
    this.#depth = 0;
    this.#elements = limits.maxContainerElements;
  }

  /** To the next of several values, of which each has the limits to itself. */
  begin(): void {
    this.#depth = 0;
    this.#elements = this.#limits.maxContainerElements;
    this.steps = [];
  }

  /** Into an object or array. Returns whether it holds anything; one that does not is over. */
  open(bracket: number, expected: string): boolean {
    if (this.next() !== bracket) this.mismatch(expected);
    this.position++;
    if (++this.#depth > this.#limits.maxDepth) tooDeep(this.#limits.maxDepth, this.offset);
    if (this.next() !== closing(bracket)) return true;
    this.position++;
    this.#depth--;
    return false;
  }

  /** Over the comma to the next of what an object or array holds, or out of it. */
  more(bracket: number): boolean {
    const char = this.next();
    if (char === Char.comma) {
      this.position++;
      return true;
    }
    if (char !== closing(bracket)) this.malformed(bracket === Char.openBrace ? '"," or "}"' : '"," or "]"');
    this.position++;
    this.#depth--;
    return false;
  }

  /** Takes note of an element of a container. */
  count(weight: number): void {
    if ((this.#elements -= weight) < 0) tooManyElements(this.#limits.maxContainerElements, this.offset);
  }

  /** A name of an object, over its colon. */
  name(): string {
    if (this.next() !== Char.quote) this.malformed("a name in quotes");
    this.position++;
    const name = this.quoted();
    if (this.next() !== Char.colon) this.malformed('":"');
    this.position++;
    return name;
  }

  bool(): boolean {
    const char = this.next();
    if (char === Char.t && this.passes("true")) return true;
    if (char === Char.f && this.passes("false")) return false;
    this.mismatch("bool");
  }

  /** Over `null`, if it is there. */
  passesNull(): boolean {
    return this.next() === Char.n && this.passes("null");
  }

  string(expected: string): string {
    if (this.next() !== Char.quote) this.mismatch(expected);
    this.position++;
    return this.quoted();
  }

  /** Over a value of any kind. */
  skip(): void {
    const char = this.next();
    if (isBracket(char)) this.#skipInside(char);
    else if (char === Char.quote) this.string("string");
    else if (char === Char.minus || isDigit(char)) this.passNumber();
    else if (!this.#passesWord()) this.malformed("a value");
  }

  #skipInside(bracket: number): void {
    if (!this.open(bracket, "")) return;
    do {
      if (bracket === Char.openBrace) this.name();
      this.skip();
    } while (this.more(bracket));
  }

  #passesWord(): boolean {
    return this.passes("true") || this.passes("false") || this.passes("null");
  }

  mismatch(expected: string): never {
    this.next();
    const start = this.position;
    const got = this.#describe();
    this.position = start;
    this.fail(`expected ${expected}, got ${got}`);
  }

  #describe(): string {
    switch (this.next()) {
      case Char.openBrace:
        return "object";
      case Char.openBracket:
        return "array";
      case Char.quote:
        return describeValue(this.string(""));
      default:
        return this.#describeToken();
    }
  }

  #describeToken(): string {
    const start = this.position;
    this.skip();
    const token = this.text.slice(start, this.position);
    if (token === "null") return token;
    return token.startsWith("t") || token.startsWith("f") ? `boolean ${token}` : `number ${token.slice(0, 40)}`;
  }
}

function closing(bracket: number): number {
  return bracket === Char.openBrace ? Char.closeBrace : Char.closeBracket;
}
