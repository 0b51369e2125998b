import type { IdlText } from "./idl-text.ts";
import type { Subject } from "./subject.ts";

/** Parses once, and counts: a parser that stops early would be fast, and of no use. */
export function verify(subject: Subject, { text, definitions }: IdlText): void {
  const found = subject.definitions(subject.parse(text));
  if (found !== definitions) throw new Error(`expected ${definitions} definitions, got ${found}`);
}
