import { isAtDefinition, isFirstOnLine } from "./line-start.ts";
import type { Parser } from "./parser.ts";
import { headerWords } from "./reserved.ts";
import type { TokenKind } from "./scanner.ts";
import type { Span } from "./tree.ts";

/**
 * Reads items up to `closer`, which it steps over. An item that cannot be read is skipped: up to a separator, the next
 * line, the closing mark, or a definition, which means that the closing mark is missing.
 */
export function readItems<T>(p: Parser, closer: "}" | ")" | "]", open: Span, read: () => T): T[] {
  const items: T[] = [];
  const outer = p.itemStart;
  while (!isAtEnd(p, closer)) {
    const before = p.start;
    const item = p.attempt(read);
    if (item !== undefined) items.push(item);
    else if (!skipItem(p, closer, before)) break;
  }
  p.itemStart = outer;
  p.close(closer, open);
  // An array that grew has room for seventeen, and most lists are short.
  return items.slice();
}

function isAtEnd(p: Parser, closer: TokenKind): boolean {
  return p.is(closer) || p.is("}") || p.is("end") || isAtDefinition(p) || (closer === ")" && isAtVoidMethod(p));
}

/** Nothing else between parentheses begins so: the next method, before which `)` is missing. */
function isAtVoidMethod(p: Parser): boolean {
  return p.isWord("void") && isFirstOnLine(p);
}

/** Goes to where the next item can begin, or where there is none; tells which. */
function skipItem(p: Parser, closer: TokenKind, itemStart: number): boolean {
  for (let depth = 0; p.kind !== "end"; p.next()) {
    if (p.start > itemStart && isAtDefinition(p)) return false;
    if (p.kind === "{" || p.kind === "(" || p.kind === "[") depth++;
    else if (depth === 0 && (p.kind === closer || p.kind === "}")) return p.kind === closer;
    else if (isCloser(p)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && p.start > itemStart && isFirstOnLine(p)) return true;
    else if (depth === 0 && (p.kind === "," || p.kind === ";")) return stepOver(p);
  }
  return false;
}

function stepOver(p: Parser): true {
  p.next();
  return true;
}

function isCloser(p: Parser): boolean {
  return p.kind === "}" || p.kind === ")" || p.kind === "]";
}

/** Goes to the next definition or header after one that could not be read. */
export function skipDefinition(p: Parser, definitionStart: number): void {
  for (let depth = 0; p.kind !== "end"; p.next()) {
    if (p.start > definitionStart && (isAtDefinition(p) || isAtHeader(p))) return;
    if (p.kind === "{") depth++;
    else if (p.kind === "}" && --depth <= 0) return p.next();
  }
}

function isAtHeader(p: Parser): boolean {
  return p.kind === "name" && headerWords.has(p.scanner.word) && isFirstOnLine(p);
}
