import type { Source } from "./source.ts";
import type { Span } from "./tree.ts";

/** How much of a long line is shown, and how much of that may stand before the caret. */
const widest = 120;
const before = 60;

/** The line that a span begins in, with carets under the span. */
export function excerptOf(source: Source, span: Span): string {
  const { text } = source;
  const { line, column } = source.position(span.start);
  const lineStart = span.start - column + 1;
  const from = Math.max(lineStart, span.start - before);
  const cut = from > lineStart ? "…" : "";
  const shown = printable(firstLine(text.slice(from, from + widest)));
  const room = Math.max(1, shown.length - (span.start - from));
  const carets = "^".repeat(Math.max(1, Math.min(span.end - span.start, room)));
  const margin = " ".repeat(String(line).length);
  const indent = " ".repeat(cut.length + span.start - from);
  return `${line} | ${cut}${shown}\n${margin} | ${indent}${carets}`;
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return (end === -1 ? text : text.slice(0, end)).trimEnd();
}

// A file must not be able to steer the terminal that shows it; one character for one, so that the carets stay put.
function printable(text: string): string {
  return text.replaceAll("\t", " ").replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "?");
}
