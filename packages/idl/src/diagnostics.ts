import { type NearBudget, nearBudget } from "@seapink/schema/internal";
import type { Diagnostic, DiagnosticCode, Place } from "./diagnostic.ts";
import { excerptOf } from "./excerpt.ts";
import type { Source } from "./source.ts";
import type { Span } from "./tree.ts";

/** A span in a file. */
export interface Site {
  readonly source: Source;
  readonly span: Span;
}

export interface Remarks {
  readonly related?: { readonly site: Site; readonly message: string } | undefined;
  readonly suggestion?: string | undefined;
}

/** Collects what is wrong: each thing once, and only so many. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];
  errors = 0;
  /** What suggestions may still cost. */
  readonly budget: NearBudget = nearBudget();
  #warnings = 0;
  readonly #max: number;
  readonly #seen: Set<string> = new Set();

  constructor(max: number) {
    this.#max = max;
  }

  get isFull(): boolean {
    return this.errors >= this.#max;
  }

  get isFullOfWarnings(): boolean {
    return this.#warnings >= this.#max;
  }

  /** Whether this has been told already. */
  isTold(site: Site, code: DiagnosticCode): boolean {
    return this.#seen.has(keyOf(site, code));
  }

  error(site: Site, code: DiagnosticCode, message: string, remarks: Remarks = {}): void {
    if (this.isFull || !this.#isNew(site, code)) return;
    this.errors++;
    this.list.push(diagnostic("error", site, code, message, remarks));
  }

  warn(site: Site, code: DiagnosticCode, message: string, remarks: Remarks = {}): void {
    if (this.isFullOfWarnings || !this.#isNew(site, code)) return;
    this.#warnings++;
    this.list.push(diagnostic("warning", site, code, message, remarks));
  }

  #isNew(site: Site, code: DiagnosticCode): boolean {
    const key = keyOf(site, code);
    return !this.#seen.has(key) && this.#seen.add(key) !== undefined;
  }

  /** By file, in the order given, and then by place. */
  sorted(files: Iterable<string>): readonly Diagnostic[] {
    const order = new Map([...files].map((file, index) => [file, index]));
    const rank = (d: Diagnostic): number => order.get(d.file) ?? -1;
    return this.list.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
  }
}

function keyOf({ source, span }: Site, code: DiagnosticCode): string {
  return `${code} ${span.start} ${source.file}`;
}

function diagnostic(
  severity: Diagnostic["severity"],
  site: Site,
  code: DiagnosticCode,
  message: string,
  { related, suggestion }: Remarks,
): Diagnostic {
  const other = related && { ...placeOf(related.site), message: related.message };
  return { severity, code, message, ...placeOf(site), related: other, suggestion };
}

function placeOf({ source, span }: Site): Place {
  return { file: source.file, ...source.position(span.start), excerpt: excerptOf(source, span) };
}
