import { printStructured } from "./print-annotations.ts";
import type { Described } from "./tree.ts";

/** A doc comment that says nothing, and keeps the one before it from being that of what follows. */
export const emptyDoc = "/** */";

/** A doc comment; what ends a block within it needs another form. */
export function printDoc(doc: string, indent: string): string {
  const lines = doc.split("\n");
  if (doc.includes("*/")) return lines.map((line) => `/// ${line}`.trimEnd()).join(`\n${indent}`);
  if (lines.length === 1 && /^[^*]/.test(doc)) return `/** ${doc} */`;
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"].join(`\n${indent}`);
}

/** What stands before a definition, field, method or enum value, on lines of its own. */
export function printLead({ doc, structured }: Pick<Described, "doc" | "structured">, indent: string): string {
  const lines = structured.map((node) => printStructured(node, indent));
  if (doc !== undefined) lines.unshift(printDoc(doc, indent));
  return lines.map((line) => `${line}\n${indent}`).join("");
}
