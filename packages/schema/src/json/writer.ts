import { describeValue, type Limits, messageTooLong, ProtocolError, tooDeep, wrongValue } from "@seapink/core";

/** Writes values as JSON text. */
export class JsonWriter {
  text: string;
  /** The way to what could not be written, the innermost step first. */
  readonly steps: string[];
  readonly #limits: Limits;
  readonly #space: string;
  #depth: number;
  /** What is before each element where the text is indented. */
  #line: string;

  constructor(limits: Limits, space: string) {
    this.text = "";
    this.steps = [];
    this.#limits = limits;
    this.#space = space;
    this.#depth = 0;
    this.#line = space === "" ? "" : "\n";
  }

  open(bracket: "{" | "["): void {
    this.text += bracket;
    if (++this.#depth > this.#limits.maxDepth) tooDeep(this.#limits.maxDepth);
    if (this.#space !== "") this.#line += this.#space;
  }

  /** Before each element. */
  item(isFirst: boolean): void {
    if (!isFirst) this.text += ",";
    if (this.#space !== "") this.text += this.#line;
  }

  /** Before each value that has a name. @param name in quotes */
  name(isFirst: boolean, name: string): void {
    this.item(isFirst);
    this.text += this.#space === "" ? `${name}:` : `${name}: `;
  }

  close(bracket: "}" | "]", isEmpty: boolean): void {
    this.#depth--;
    if (this.#space !== "") this.#line = this.#line.slice(0, -this.#space.length);
    this.text += isEmpty || this.#space === "" ? bracket : this.#line + bracket;
    const most = this.#limits.maxMessageBytes;
    if (this.text.length > most) messageTooLong(most, this.text.length);
  }

  fail(message: string): never {
    throw new ProtocolError("invalid_data", message);
  }

  string(value: unknown, expected: string): void {
    if (typeof value !== "string") wrongValue(expected, value);
    this.text += quote(value);
  }
}

/** Shorter strings are looked through here, which is faster than to have the host do it. */
const short = 40;

/** A string as JSON has it, in quotes. */
export function quote(value: string): string {
  if (value.length > short || !isPlain(value)) return escape(value);
  return `"${value}"`;
}

// No quote, no backslash, no control character, and nothing that may be half of a pair.
function isPlain(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const char = value.charCodeAt(i);
    if (char < 0x20 || char === 0x22 || char === 0x5c || char >= 0xd800) return false;
  }
  return true;
}

// A Thrift string is UTF-8, which has no halves of a pair.
function escape(value: string): string {
  if (value.isWellFormed()) return JSON.stringify(value);
  throw new ProtocolError("invalid_data", `expected well-formed text, got a lone surrogate in ${describeValue(value)}`);
}
