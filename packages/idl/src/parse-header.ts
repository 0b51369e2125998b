import { parseAnnotations } from "./parse-annotations.ts";
import type { Parser } from "./parser.ts";
import type { HeaderNode, NamespaceNode, StringNode } from "./tree.ts";

/** An include or namespace; `undefined` if there is none. */
export function parseHeader(p: Parser): HeaderNode | undefined {
  const { start } = p;
  if (p.takeWord("include")) return { kind: "include", path: parsePath(p), start, end: p.end };
  if (p.takeWord("cpp_include")) return { kind: "cpp_include", path: parsePath(p), start, end: p.end };
  return p.takeWord("namespace") ? parseNamespace(p, start) : undefined;
}

function parsePath(p: Parser): StringNode {
  return p.string("the path of a file as a string");
}

function parseNamespace(p: Parser, start: number): NamespaceNode {
  const language = p.take("*") ? "*" : p.name('a language or "*"').text;
  const scope = p.kind === "string" ? p.string("a namespace").value : p.name("a namespace").text;
  return { kind: "namespace", language, scope, annotations: parseAnnotations(p), start, end: p.end };
}
