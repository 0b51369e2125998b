import { parseAnnotations } from "./parse-annotations.ts";
import type { Parser } from "./parser.ts";
import { definitionStarts, headerWords, legacyNamespaces } from "./reserved.ts";
import type { ForeignIncludeNode, HeaderNode, IncludeNode, NamespaceNode, PackageNode, StringNode } from "./tree.ts";

/** An include, package or namespace; `undefined` if there is none. */
export function parseHeader(p: Parser): HeaderNode | undefined {
  const { start, word } = p.scanner;
  if (p.takeWord("include")) return parseInclude(p, start);
  if (p.takeWord("cpp_include")) return parseForeign(p, "cpp_include", start);
  if (p.takeWord("hs_include")) return parseForeign(p, "hs_include", start);
  if (p.takeWord("namespace")) return parseNamespace(p, start);
  if (p.isWord("package")) return parsePackage(p, [], start);
  const language = p.kind === "name" ? legacyNamespaces.get(word) : undefined;
  return language === undefined ? undefined : parseLegacyNamespace(p, language);
}

function parsePath(p: Parser): StringNode {
  return p.string("the path of a file as a string");
}

// The alias is before the path (thriftrw) or behind it (fbthrift).
function parseInclude(p: Parser, start: number): IncludeNode {
  const isAliasFirst = p.is("name") && p.scanner.ahead(() => p.take("name") && p.is("string"));
  const before = isAliasFirst ? p.name("a name") : undefined;
  const path = parsePath(p);
  const alias = before ?? (p.takeWord("as") ? p.freeName("a name for the file") : undefined);
  return { kind: "include", path, alias, isAliasFirst, start, end: p.end };
}

function parseForeign(p: Parser, kind: ForeignIncludeNode["kind"], start: number): ForeignIncludeNode {
  return { kind, path: parsePath(p), start, end: p.end };
}

/** `package "domain/path"`, before which annotations may have stood. */
export function parsePackage(p: Parser, structured: PackageNode["structured"], start: number): PackageNode {
  p.next();
  const { kind, word } = p.scanner;
  const isMeant = kind === "string" || (kind === "name" && !definitionStarts.has(word) && !headerWords.has(word));
  const path = isMeant ? p.string("the path of a package as a string") : undefined;
  return { kind: "package", path, structured, start, end: p.end };
}

function parseNamespace(p: Parser, start: number): NamespaceNode {
  const language = p.take("*") ? "*" : p.name('a language or "*"').text;
  return parseScope(p, language, start);
}

function parseLegacyNamespace(p: Parser, language: string): NamespaceNode {
  const { start, end, word } = p.scanner;
  p.next();
  p.warn({ start, end }, "deprecated", `expected "namespace ${language}", got "${word}", an old word for it`);
  return parseScope(p, language, start);
}

function parseScope(p: Parser, language: string, start: number): NamespaceNode {
  const quoted = p.is("string") ? p.string("a namespace") : undefined;
  const scope = quoted ? quoted.value : p.name("a namespace").text;
  return { kind: "namespace", language, scope, quoted, annotations: parseAnnotations(p), start, end: p.end };
}
