import { describeValue } from "@seapink/core";
import { checkOptions } from "./check-options.ts";
import { cyclesOf } from "./cycles.ts";
import type { DialectOptions } from "./dialect.ts";
import { Diagnostics } from "./diagnostics.ts";
import { checkSize } from "./file-size.ts";
import { idlLimits } from "./limits.ts";
import type { LinkOptions } from "./link.ts";
import { parseDocument } from "./parse.ts";
import { chain, quote } from "./quote.ts";
import { Scope } from "./scope.ts";
import { Source } from "./source.ts";
import type { IncludeNode } from "./tree.ts";

/** A file: `file` is its identity, by which it is read once however often it is included, and its name in diagnostics. */
export interface IdlFile {
  readonly file: string;
  readonly text: string;
}

/** What an include leads to: a file, or the places where none was. */
export type Resolution = IdlFile | { readonly tried: readonly string[] };

/** An include: its path as written, and the `file` that it stands in. */
export interface IncludeRequest {
  readonly path: string;
  readonly from: string;
}

export interface Loaded {
  /** By `file`, the entry first. */
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly diagnostics: Diagnostics;
}

/**
 * Reads a file and all that it includes. It yields each include, to be given back what that leads to.
 * @throws RangeError for an option or limit that is none
 */
export function* load(entry: IdlFile, options: LinkOptions): Generator<IncludeRequest, Loaded, Resolution> {
  checkOptions(options);
  const limits = idlLimits(options.limits);
  const diagnostics = new Diagnostics(limits.maxDiagnostics);
  const scopes = new Map<string, Scope>();
  const add = ({ file, text }: IdlFile): Scope => {
    checkText(file, text);
    checkSize(file, text, limits.maxFileBytes);
    const source = new Source(file, text);
    const scope = new Scope(source, parseDocument(source, diagnostics, limits, options.dialect));
    scopes.set(file, scope);
    return scope;
  };
  add(entry);
  for (const scope of scopes.values()) {
    scope.declare(diagnostics);
    for (const node of includesOf(scope)) {
      const found = yield { path: node.path.value, from: scope.source.file };
      const isFile = "file" in found;
      const known = isFile ? scopes.get(found.file) : undefined;
      const isTooMuch = isFile && known === undefined && scopes.size >= limits.maxFiles;
      const isBuiltIn = !isFile && isBundled(node, options);
      if (!isFile && !isBuiltIn) missing(diagnostics, scope, node, found.tried);
      if (isTooMuch) tooMany(diagnostics, scope, node, limits.maxFiles);
      scope.include(diagnostics, node, known ?? (isFile && !isTooMuch ? add(found) : undefined), isBuiltIn);
    }
  }
  checkCycles(scopes, diagnostics, limits.maxDiagnostics);
  return { scopes, diagnostics };
}

function checkText(file: string, text: unknown): void {
  if (typeof text !== "string") throw new TypeError(`expected the text of ${file}, got ${describeValue(text)}`);
}

function includesOf(scope: Scope): IncludeNode[] {
  return scope.document.headers.filter((header) => header.kind === "include");
}

/** fbthrift's compiler has these without a file. Where there is none, nothing can be said of annotations in them. */
function isBundled({ path }: IncludeNode, { dialect = "fbthrift" }: DialectOptions): boolean {
  return dialect === "fbthrift" && /^thrift\/annotation\/\w+\.thrift$/.test(path.value);
}

function missing(diagnostics: Diagnostics, scope: Scope, node: IncludeNode, tried: readonly string[]): void {
  const message = `expected a file, got none of ${tried.map(quote).join(", ")}`;
  diagnostics.error(scope.site(node.path), "missing_file", message);
}

function tooMany(diagnostics: Diagnostics, scope: Scope, node: IncludeNode, most: number): void {
  diagnostics.error(scope.site(node.path), "limit", `expected at most ${most} files, got more`);
}

function checkCycles(scopes: ReadonlyMap<string, Scope>, diagnostics: Diagnostics, most: number): void {
  for (const cycle of cyclesOf(scopes.values(), includedScopes, most)) {
    const last = cycle.at(-1);
    const back = last?.includes.find((include) => include.scope === cycle[0]);
    const message = `expected no include of a file by itself, got the cycle ${chain(cycle.map((s) => s.source.file))}`;
    if (last && back) diagnostics.error(last.site(back.node.path), "cycle", message);
  }
}

function includedScopes(scope: Scope): Scope[] {
  return scope.includes.map((include) => include.scope).filter((scope) => scope !== undefined);
}
