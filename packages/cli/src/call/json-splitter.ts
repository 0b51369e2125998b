const [quote, backslash] = [0x22, 0x5c];

/** Cuts text into the JSON values that stand in it one after another, wherever the text itself was cut. */
export class JsonSplitter {
  /** Of the value that has begun. */
  #text = "";
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  /** The values that end in this text. Whether they are JSON is found out by whoever reads them. */
  *push(chunk: string): Generator<string> {
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const code = chunk.charCodeAt(index);
      const hasBegun = start < index || this.#text !== "";
      if (hasBegun && this.#beginsAnother(code)) {
        yield this.#take(chunk.slice(start, index));
        start = index;
      }
      if (this.#isOver(code)) {
        yield this.#take(chunk.slice(start, index + 1));
        start = index + 1;
      } else if (start === index && this.#text === "" && isBlank(code)) {
        start = index + 1;
      }
    }
    this.#text += chunk.slice(start);
  }

  /** What stands behind the last value that has ended: one that ends with the text, or the beginning of one. */
  *end(): Generator<string> {
    if (this.#text !== "") yield this.#take("");
  }

  #take(rest: string): string {
    const text = this.#text + rest;
    this.#text = "";
    return text;
  }

  /** Whether a number or a word ends before this character. */
  #beginsAnother(code: number): boolean {
    if (this.#depth > 0 || this.#isInString) return false;
    return isBlank(code) || code === quote || isOpening(code);
  }

  /** Whether a value ends with this character. */
  #isOver(code: number): boolean {
    if (this.#isInString) return this.#endsString(code) && this.#depth === 0;
    if (code === quote) this.#isInString = true;
    else if (isOpening(code)) this.#depth++;
    else if (isClosing(code)) return (this.#depth = Math.max(0, this.#depth - 1)) === 0;
    return false;
  }

  #endsString(code: number): boolean {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) this.#isInString = false;
    return !this.#isInString;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** `[` or `{` */
function isOpening(code: number): boolean {
  return code === 0x5b || code === 0x7b;
}

/** `]` or `}` */
function isClosing(code: number): boolean {
  return code === 0x5d || code === 0x7d;
}
