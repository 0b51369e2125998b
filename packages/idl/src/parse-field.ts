import { parseAnnotations } from "./parse-annotations.ts";
import { parseMemberAnnotations } from "./parse-head.ts";
import { parseType } from "./parse-type.ts";
import { parseValue } from "./parse-value.ts";
import type { Parser } from "./parser.ts";
import { readItems } from "./recover.ts";
import type { FieldNode, IntegerNode, XsdNode } from "./tree.ts";

/** Fields between braces, or parameters between parentheses. */
export function parseFields(p: Parser, opener: "{" | "(", closer: "}" | ")"): readonly FieldNode[] {
  const { start, end } = p.scanner;
  p.expect(opener);
  return readItems(p, closer, { start, end }, () => parseField(p));
}

/** `throws (…)`, if it is there. */
export function parseThrows(p: Parser): readonly FieldNode[] {
  return p.takeWord("throws") ? parseFields(p, "(", ")") : [];
}

function parseField(p: Parser): FieldNode {
  const { start } = p;
  const before = p.doc();
  const structured = parseMemberAnnotations(p, before);
  const id = parseId(p);
  const requiredness = p.takeWord("required") ? "required" : p.takeWord("optional") ? "optional" : "default";
  const type = parseType(p);
  const isReference = p.take("&");
  const name = p.name("the name of a field");
  const value = p.take("=") ? parseValue(p) : undefined;
  const xsd = parseXsd(p);
  const annotations = parseAnnotations(p);
  const { end } = p;
  const doc = p.docAfter(before);
  return {
    kind: "field",
    doc,
    structured,
    id,
    requiredness,
    type,
    isReference,
    name,
    value,
    xsd,
    annotations,
    start,
    end,
  };
}

function parseId(p: Parser): IntegerNode | undefined {
  if (p.kind !== "integer") return undefined;
  const id = p.dialect === "thriftgo" ? p.integer(false) : p.integer();
  p.expect(":");
  return id;
}

const xsdWords: ReadonlySet<string> = new Set(["xsd_optional", "xsd_nillable", "xsd_attrs"]);

function parseXsd(p: Parser): XsdNode | undefined {
  if (p.kind !== "name" || !p.scanner.isKeyword || !xsdWords.has(p.scanner.word)) return undefined;
  const isOptional = p.takeWord("xsd_optional");
  const isNillable = p.takeWord("xsd_nillable");
  const attributes = p.takeWord("xsd_attrs") ? p.nested(() => parseFields(p, "{", "}")) : undefined;
  return { isOptional, isNillable, attributes };
}
