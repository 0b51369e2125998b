import type { IdlDialect } from "./dialect.ts";
import type { DiagnosticCode } from "./diagnostic.ts";
import type { Diagnostics, Remarks } from "./diagnostics.ts";
import type { IdlLimits } from "./limits.ts";
import { isAtDefinition } from "./line-start.ts";
import { cookDoc, joinDocs } from "./doc.ts";
import { type BadInteger, cookInteger, cookString, cutDigits } from "./literal.ts";
import type { Head } from "./parse-head.ts";
import { quote } from "./quote.ts";
import { reservedWordsOf } from "./reserved.ts";
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
  readonly #reserved: ReadonlySet<string>;
  #depth = 0;
  #orphan: Head | undefined;

  constructor(source: Source, diagnostics: Diagnostics, limits: IdlLimits, dialect?: IdlDialect) {
    this.source = source;
    this.dialect = dialect;
    this.#diagnostics = diagnostics;
    this.#maxDepth = limits.maxDepth;
    this.#reserved = reservedWordsOf(dialect);
    const fault = (start: number, end: number, message: string): void => this.#error({ start, end }, "syntax", message);
    this.scanner = new Scanner(source.text, fault, dialect);
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

  /** @param word a keyword */
  isWord(word: string): boolean {
    return this.scanner.kind === "name" && this.scanner.isKeyword && this.scanner.word === word;
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
    const remarks = { related: { site, message: `${mark} was opened here` } };
    if (this.#orphan) this.#error(firstOf(this.#orphan), "syntax", `expected ${quote(kind)}, got "@"`, remarks);
    else this.complain(quote(kind), remarks);
  }

  /** Gives up on a member, since what was read of it belongs to the definition that follows. */
  leave(head: Head): never {
    this.#orphan = head;
    throw new Lost();
  }

  /** What was left before a definition. */
  takeOrphan(): Head | undefined {
    const head = this.#orphan;
    this.#orphan = undefined;
    return head;
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
    if (this.isReserved() && !isAtDefinition(this)) this.fail(`${what} that is not a reserved word`);
    return this.name(what);
  }

  isReserved(): boolean {
    return this.kind === "name" && this.scanner.isKeyword && this.#reserved.has(this.scanner.word);
  }

  string(what: string): StringNode {
    const { kind, start, end } = this.scanner;
    if (kind !== "string") this.fail(what);
    const raw = this.#text();
    const unknown = (at: number, length: number): void => this.#escape(start + at, start + at + length);
    const value = cookString(raw, unknown, this.dialect);
    this.next();
    return { kind: "string", raw, value, start, end };
  }

  // It stays as it is, though not for Apache's compiler if that was asked for.
  #escape(start: number, end: number): void {
    const letter = quote(this.source.text.slice(start + 1, end));
    const message = `expected an escape, got a backslash before ${letter}`;
    if (this.dialect === "apache") this.#error({ start, end }, "escape", message);
    else this.warn({ start, end }, "escape", `${message}, which stays`);
  }

  warn(span: Span, code: DiagnosticCode, message: string): void {
    this.#diagnostics.warn({ source: this.source, span }, code, message);
  }

  /**
   * Reads the integer that is there.
   * @param isOctal what a leading zero means
   */
  integer(isOctal: boolean = this.dialect === "fbthrift" || this.dialect === "thriftgo"): IntegerNode {
    const { start, end } = this.scanner;
    const raw = cutDigits(this.source.text, start, end);
    const cooked = cookInteger(raw, isOctal);
    const value = typeof cooked === "bigint" ? cooked : this.#badInteger({ start, end }, raw, cooked);
    this.next();
    return { kind: "integer", raw, value, start, end };
  }

  #badInteger(span: Span, raw: string, reason: BadInteger): bigint {
    if (reason === "not octal") this.#error(span, "syntax", `expected octal digits after 0, got ${quote(raw)}`);
    else this.#error(span, "limit", `expected an integer of 64 bits, got ${quote(raw)}`);
    return 0n;
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
    return this.#docOf(this.scanner.docs.last);
  }

  /** The first doc comment before the present token, if there are several. */
  firstDoc(): string | undefined {
    const { first, last } = this.scanner.docs;
    return first === last ? undefined : this.#docOf(first);
  }

  /** Reads a separator, if there is one, behind something that is described by `doc`, and gives all that describes it. */
  docAfter(doc: string | undefined): string | undefined {
    const { trailing } = this.scanner.docs;
    this.separator();
    const { trailing: last } = this.scanner.docs;
    const all = trailing === last ? doc : joinDocs(doc, this.#docOf(trailing));
    return last ? joinDocs(all, this.#docOf(last)) : all;
  }

  #docOf(span: Span | undefined): string | undefined {
    return span && cookDoc(this.source.text.slice(span.start, span.end));
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

function firstOf({ start }: Pick<Span, "start">): Span {
  return { start, end: start + 1 };
}
