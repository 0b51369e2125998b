import type { Parser } from "./parser.ts";
import { parseFieldValues } from "./parse-value.ts";
import { readItems } from "./recover.ts";
import type { AnnotationNode, StructuredAnnotationNode } from "./tree.ts";

// Most things have none, and share these.
const none: readonly AnnotationNode[] = Object.freeze([]);
export const noStructured: readonly StructuredAnnotationNode[] = Object.freeze([]);

/** `(key = "value", key)`, if it is there. */
export function parseAnnotations(p: Parser): readonly AnnotationNode[] {
  if (p.kind !== "(") return none;
  const { start, end } = p.scanner;
  p.next();
  return readItems(p, ")", { start, end }, () => parseAnnotation(p));
}

function parseAnnotation(p: Parser): AnnotationNode {
  const name = p.name("the key of an annotation");
  const value = p.take("=") ? parseAnnotationValue(p) : undefined;
  const end = p.end;
  p.separator();
  return { kind: "annotation", name, value, start: name.start, end };
}

function parseAnnotationValue(p: Parser): AnnotationNode["value"] {
  const { start, end, word } = p.scanner;
  if (p.is("integer")) return p.integer();
  if (p.takeWord("true") || p.takeWord("false")) return { kind: "bool", value: word === "true", start, end };
  return p.string("a string");
}

/** `@name`, `@name{field = value}`, any number of them. */
export function parseStructured(p: Parser): readonly StructuredAnnotationNode[] {
  if (p.kind !== "@") return noStructured;
  const annotations: StructuredAnnotationNode[] = [];
  while (p.is("@")) {
    const { start } = p;
    p.next();
    const name = p.name("the name of an annotation");
    const fields = p.is("{") ? parseFieldValues(p) : [];
    annotations.push({ kind: "structured_annotation", name, fields, start, end: p.end });
  }
  return annotations;
}
