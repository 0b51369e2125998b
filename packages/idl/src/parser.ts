import type { IdlDialect } from "./dialect.ts";
import type { DiagnosticCode } from "./diagnostic.ts";
import type { Diagnostics, Remarks } from "./diagnostics.ts";
import type { IdlLimits } from "./limits.ts";
import { isAtDefinition } from "./line-start.ts";
import { cookDoc, cookInteger, cookString } from "./literal.ts";
import { quote } from "./quote.ts";
import { reservedWords } from "./reserved.ts";
import { Scanner, type TokenKind } from "./scanner.ts";
import type { Source } from "./source.ts";
import type { DoubleNode, IntegerNode, NameNode, Span, StringNode } from "./tree.ts";

/** Thrown, and caught where reading can go on; what was wrong has been told by then. */
class Lost extends Error {}

/** The present token, what to expect of it, and what to say if it is another. The grammar's rules are functions of it. */
export class Parser {
  readonly source: Source;
  readonly scanner: Scanner;
  /** As given; without one, Apache's meaning. */
  readonly dialect: IdlDialect | undefined;
  /** Where the item began that is being read. */
  itemStart = 0;
  readonly #diagnostics: Diagnostics;
  readonly #maxDepth: number;
  #depth = 0;

  constructor(source: Source, diagnostics: Diagnostics, limits: IdlLimits, dialect?: IdlDialect) {
    this.source = source;
    this.dialect = dialect;
    this.#diagnostics = diagnostics;
    this.#maxDepth = limits.maxDepth;
    this.scanner = new Scanner(source.text, (start, end, message) => this.#error({ start, end }, "syntax", message));
    this.scanner.next();
  }

  get kind(): TokenKind {
    return this.scanner.kind;
  }

  get start(): number {
    return this.scanner.start;
  }

  /** The end of what was read last. */
  get end(): number {
    return this.scanner.previousEnd;
  }

  next(): void {
    this.scanner.next();
  }

  is(kind: TokenKind): boolean {
    return this.scanner.kind === kind;
  }

  isWord(word: string): boolean {
    return this.scanner.kind === "name" && this.scanner.word === word;
  }

  /** Steps over a token of this kind, if it is there. */
  take(kind: TokenKind): boolean {
    if (this.scanner.kind !== kind) return false;
    this.scanner.next();
    return true;
  }

  takeWord(word: string): boolean {
    return this.isWord(word) && this.take("name");
  }

  /** Steps over what must be there. */
  expect(kind: TokenKind): void {
    if (!this.take(kind)) this.fail(quote(kind));
  }

  /** Steps over what closes `open`; if it is missing, what was read till then still counts. */
  close(kind: TokenKind, open: Span): void {
    if (this.take(kind)) return;
    const mark = quote(this.source.text.slice(open.start, open.end));
    const site = { source: this.source, span: open };
    this.complain(quote(kind), { related: { site, message: `${mark} was opened here` } });
  }

  /** Reads any word as a name: after a type there is no mistaking it. */
  name(what: string): NameNode {
    const { kind, start, end, word } = this.scanner;
    if (kind !== "name" || isAtDefinition(this)) this.fail(what);
    this.next();
    return { kind: "name", text: word, start, end };
  }

  /** Reads a name that must not be a reserved word. */
  freeName(what: string): NameNode {
    if (this.kind === "name" && reservedWords.has(this.scanner.word)) {
      this.fail(`${what} that is not a reserved word`);
    }
    return this.name(what);
  }

  string(what: string): StringNode {
    const { kind, start, end } = this.scanner;
    if (kind !== "string") this.fail(what);
    const raw = this.#text();
    const value = cookString(raw, (at) => this.#warnEscape({ start: start + at, end: start + at + 2 }));
    this.next();
    return { kind: "string", raw, value, start, end };
  }

  #warnEscape(span: Span): void {
    const letter = quote(this.source.text.slice(span.start + 1, span.end));
    this.warn(span, "escape", `expected an escape, got a backslash before ${letter}, which stays`);
  }

  warn(span: Span, code: DiagnosticCode, message: string): void {
    this.#diagnostics.warn({ source: this.source, span }, code, message);
  }

  /** Reads the integer that is there. */
  integer(): IntegerNode {
    const { start, end } = this.scanner;
    const raw = this.#text();
    const value = cookInteger(raw);
    if (value === undefined) this.#error({ start, end }, "limit", `expected an integer of 64 bits, got ${quote(raw)}`);
    this.next();
    return { kind: "integer", raw, value: value ?? 0n, start, end };
  }

  /** Reads the double that is there. */
  double(): DoubleNode {
    const { start, end } = this.scanner;
    const raw = this.#text();
    this.next();
    return { kind: "double", raw, value: Number(raw), start, end };
  }

  #text(): string {
    return this.source.text.slice(this.scanner.start, this.scanner.end);
  }

  separator(): void {
    if (this.kind === "," || this.kind === ";") this.next();
  }

  /** The doc comment before the present token. */
  doc(): string | undefined {
    const { docStart, docEnd } = this.scanner;
    return docStart === -1 ? undefined : cookDoc(this.source.text.slice(docStart, docEnd));
  }

  /** Reads something that may hold its like, to a limit, so that no text exhausts the stack. */
  nested<T>(read: () => T): T {
    if (this.#depth >= this.#maxDepth) {
      this.#error(this.scanner, "limit", `expected at most ${this.#maxDepth} levels of nesting, got more`);
      throw new Lost();
    }
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  /** Reads something; `undefined` if that failed. */
  attempt<T>(read: () => T): T | undefined {
    const depth = this.#depth;
    try {
      this.itemStart = this.start;
      return read();
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      this.#depth = depth;
      return undefined;
    }
  }

  /** Says what belongs here instead of the present token, and gives up on what is being read. */
  fail(expected: string, remarks: Remarks = {}): never {
    this.complain(expected, remarks);
    throw new Lost();
  }

  complain(expected: string, remarks: Remarks = {}): void {
    this.#error(this.#gap(), "syntax", `expected ${expected}, got ${this.#spell()}`, remarks);
  }

  #spell(): string {
    const text = this.#text();
    if (this.kind === "end") return "the end of the file";
    return this.kind === "string" ? `string ${quote(text.slice(1, -1))}` : quote(text);
  }

  // What is missing is missing after the token before, which may be some lines up.
  #gap(): Span {
    const { start, end, previousEnd } = this.scanner;
    const isElsewhere = start > this.itemStart && this.source.text.slice(previousEnd, start).includes("\n");
    return isElsewhere ? { start: previousEnd, end: previousEnd + 1 } : { start, end };
  }

  #error({ start, end }: Span, code: DiagnosticCode, message: string, remarks: Remarks = {}): void {
    this.#diagnostics.error({ source: this.source, span: { start, end } }, code, message, remarks);
    if (this.#diagnostics.isFull) this.scanner.finish();
  }
}
