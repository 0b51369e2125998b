import { carriageReturn, hash, isBlank, lessThan, lineFeed, slash, space, star } from "./character.ts";
import { type Codes, codesOf } from "./codes.ts";
import type { IdlDialect } from "./dialect.ts";
import type { Span } from "./tree.ts";

/** The documentation between two tokens. */
export interface Docs {
  /** The first and the last comment that describe what follows. */
  readonly first: Span | undefined;
  readonly last: Span | undefined;
  /** What describes that which ended before. */
  readonly trailing: Span | undefined;
}

type CommentKind = "doc" | "trailing" | "plain";

const none: Docs = Object.freeze({ first: undefined, last: undefined, trailing: undefined });

/**
 * Steps over white space and comments, and remembers those that are documentation: blocks with two stars for Apache; those
 * with three slashes and, behind what they describe, with `<` as well for fbthrift and by default; for thriftgo any.
 */
export class Blanks {
  /** What was found in the last gap. */
  docs: Docs = none;
  readonly #text: string;
  readonly #codes: Codes;
  readonly #dialect: IdlDialect | undefined;
  readonly #unended: (start: number) => void;
  /** What the comment before was, if lines like it go on with it. */
  #run: CommentKind | undefined;

  constructor(
    text: string,
    dialect: IdlDialect | undefined,
    unended: (start: number) => void,
    codes: Codes = codesOf(text),
  ) {
    this.#text = text;
    this.#codes = codes;
    this.#dialect = dialect;
    this.#unended = unended;
  }

  /** The place of the next token from here on. Most follow at once, or after one space. */
  skip(from: number): number {
    const codes = this.#codes;
    const near = codes[from] === space ? from + 1 : from;
    const code = codes[near] as number;
    if (code > slash && !isBlank(code)) {
      this.docs = none;
      return near;
    }
    return this.#skipFar(from);
  }

  #skipFar(from: number): number {
    const codes = this.#codes;
    let isSameLine = from > 0;
    this.docs = none;
    for (let at = from; ;) {
      const code = codes[at] as number;
      if (isBlank(code)) {
        if (code === lineFeed) isSameLine = false;
        at++;
      } else {
        const end = code === slash || code === hash ? this.#commentEnd(at) : at;
        if (end === at) return at;
        if (code === slash || this.#dialect === "thriftgo") this.#note(at, end, isSameLine);
        at = end;
      }
    }
  }

  /** The end of a comment, or its start if it is none. */
  #commentEnd(start: number): number {
    const codes = this.#codes;
    const second = codes[start + 1] as number;
    if (second === star && codes[start] === slash) return this.#blockEnd(start);
    return second === slash || codes[start] === hash ? this.#lineEnd(start) : start;
  }

  // For thriftgo a carriage return ends a line too.
  #lineEnd(start: number): number {
    const codes = this.#codes;
    let end = start;
    if (this.#dialect !== "thriftgo") end = this.#text.indexOf("\n", start);
    else while (end < this.#text.length && !isLineEnd(codes[end] as number)) end++;
    return end === -1 ? this.#text.length : end;
  }

  #blockEnd(start: number): number {
    const end = this.#text.indexOf("*/", start + 2);
    if (end !== -1) return end + 2;
    this.#unended(start);
    return this.#text.length;
  }

  #note(start: number, end: number, isSameLine: boolean): void {
    const kind = this.#kind(start, end, isSameLine);
    const hasRuns = this.#hasRuns(start);
    const isRun = hasRuns && this.docs !== none && this.#run === kind;
    const { first, last, trailing } = this.docs;
    this.#run = kind === "plain" || !hasRuns ? undefined : kind;
    if (kind === "trailing") {
      const from = isRun && trailing ? trailing.start : start;
      this.docs = { first, last, trailing: { start: from, end } };
    } else if (kind === "doc") {
      const span = { start: isRun && last ? last.start : start, end };
      this.docs = { first: first === last && isRun ? span : (first ?? span), last: span, trailing };
    }
  }

  #hasRuns(start: number): boolean {
    return this.#dialect === "thriftgo" || this.#codes[start + 1] === slash;
  }

  #kind(start: number, end: number, isSameLine: boolean): CommentKind {
    const codes = this.#codes;
    if (this.#dialect === "thriftgo") return isSameLine ? "trailing" : "doc";
    const second = codes[start + 1] as number;
    const isDoc = codes[start + 2] === second && (second === star || this.#dialect !== "apache");
    if (!isDoc || this.#isLine(start, end)) return "plain";
    return codes[start + 3] === lessThan && this.#dialect !== "apache" ? "trailing" : "doc";
  }

  /** Whether it is but stars, or begins with four slashes: to look at, not to read. */
  #isLine(start: number, end: number): boolean {
    const codes = this.#codes;
    if (codes[start + 1] === slash) return codes[start + 3] === slash;
    let at = start + 1;
    while (codes[at] === star) at++;
    return at >= end - 1;
  }
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}
