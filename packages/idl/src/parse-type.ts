import { parseAnnotations } from "./parse-annotations.ts";
import type { Parser } from "./parser.ts";
import { baseTypes, typeWords } from "./reserved.ts";
import type { AnnotationNode, BaseTypeName, StringNode, TypeNode } from "./tree.ts";

/** A type, or `void`. */
export function parseType(p: Parser): TypeNode {
  const { kind, start, word, isKeyword } = p.scanner;
  if (kind !== "name" || (p.isReserved() && !typeWords.has(word))) p.fail("a type");
  p.next();
  return isKeyword ? parseTypeAfter(p, word, start) : parseNamed(p, word, start);
}

/** A type whose first word has been read. */
export function parseTypeAfter(p: Parser, word: string, start: number): TypeNode {
  switch (word) {
    case "list":
      return p.nested(() => parseList(p, start));
    case "set":
      return p.nested(() => parseSet(p, start));
    case "map":
      return p.nested(() => parseMap(p, start));
    case "void":
      return { kind: "void", annotations: annotationsOf(p), start, end: p.end };
    default:
      return parseSimple(p, word, start);
  }
}

// After a type `(` may also begin parameters, in a method of which the type or the name was forgotten.
function annotationsOf(p: Parser): readonly AnnotationNode[] {
  const isOurs = !p.is("(") || p.scanner.ahead(() => p.take("(") && p.is("name"));
  return isOurs ? parseAnnotations(p) : [];
}

function parseSimple(p: Parser, name: string, start: number): TypeNode {
  if (name === "slist" && (p.dialect ?? "apache") === "apache") return parseSlist(p, start);
  if (!baseTypes.has(name)) return parseNamed(p, name, start);
  const annotations = annotationsOf(p);
  return { kind: "base", name: name as BaseTypeName, annotations, start, end: p.end };
}

function parseNamed(p: Parser, name: string, start: number): TypeNode {
  const annotations = annotationsOf(p);
  return { kind: "named", name, annotations, start, end: p.end };
}

function parseSlist(p: Parser, start: number): TypeNode {
  const { end } = p;
  p.warn({ start, end }, "deprecated", 'expected "string", got "slist", an old word for it');
  return { kind: "base", name: "string", annotations: annotationsOf(p), start, end: p.end };
}

function parseList(p: Parser, start: number): TypeNode {
  const before = parseCppType(p);
  p.expect("<");
  const of = parseType(p);
  p.expect(">");
  const cppType = parseCppType(p) ?? before;
  return { kind: "list", of, cppType, annotations: annotationsOf(p), start, end: p.end };
}

function parseSet(p: Parser, start: number): TypeNode {
  const cppType = parseCppType(p);
  p.expect("<");
  const of = parseType(p);
  p.expect(">");
  return { kind: "set", of, cppType, annotations: annotationsOf(p), start, end: p.end };
}

function parseMap(p: Parser, start: number): TypeNode {
  const cppType = parseCppType(p);
  p.expect("<");
  const key = parseType(p);
  p.expect(",");
  const value = parseType(p);
  p.expect(">");
  return { kind: "map", key, value, cppType, annotations: annotationsOf(p), start, end: p.end };
}

function parseCppType(p: Parser): StringNode | undefined {
  return p.takeWord("cpp_type") ? p.string("a string") : undefined;
}
