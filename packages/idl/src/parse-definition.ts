import { didYouMean } from "@seapink/schema/internal";
import { parseAnnotations } from "./parse-annotations.ts";
import { parseFields } from "./parse-field.ts";
import { parseFunction } from "./parse-function.ts";
import { type Head, parseMemberAnnotations } from "./parse-head.ts";
import { parseType } from "./parse-type.ts";
import { parseValue } from "./parse-value.ts";
import type { Parser } from "./parser.ts";
import { readItems } from "./recover.ts";
import { definitionWords, exceptionWords } from "./reserved.ts";
import type {
  ConstNode,
  DefinitionNode,
  EnumNode,
  EnumValueNode,
  ExceptionQualifiers,
  FunctionNode,
  InteractionNode,
  PerformsNode,
  ServiceNode,
  StructNode,
  TypedefNode,
  TypeNode,
} from "./tree.ts";

type Read = (p: Parser, head: Head) => DefinitionNode;

export function parseDefinition(p: Parser, head: Head): DefinitionNode {
  const word = p.kind === "name" ? p.scanner.word : "";
  if (exceptionWords.has(word)) return parseQualified(p, head);
  const read = definitions.get(word);
  if (!read) return p.fail("a definition", { suggestion: didYouMean(word, definitionWords) });
  p.next();
  return read(p, head);
}

const definitions: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["const", parseConst],
  ["typedef", parseTypedef],
  ["senum", parseSenum],
  ["enum", parseEnum],
  ["struct", (p, head) => parseStruct(p, head, "struct")],
  ["union", (p, head) => parseStruct(p, head, "union")],
  ["exception", (p, head) => parseStruct(p, head, "exception")],
  ["service", parseService],
  ["interaction", parseInteraction],
]);

function parseConst(p: Parser, { start, doc, structured }: Head): ConstNode {
  const type = parseType(p);
  const name = p.name("the name of a constant");
  p.expect("=");
  const value = parseValue(p);
  const annotations = parseAnnotations(p);
  return { kind: "const", start, doc, structured, type, name, value, annotations, end: p.end };
}

function parseTypedef(p: Parser, { start, doc, structured }: Head): TypedefNode {
  const type = parseType(p);
  const name = p.freeName("a name");
  const annotations = parseAnnotations(p);
  return { kind: "typedef", start, doc, structured, type, name, texts: undefined, annotations, end: p.end };
}

function parseEnum(p: Parser, { start, doc, structured }: Head): EnumNode {
  const name = p.freeName("the name of an enum");
  const open = openBody(p);
  const values = readItems(p, "}", open, () => parseEnumValue(p));
  const annotations = parseAnnotations(p);
  return { kind: "enum", start, doc, structured, name, values, annotations, end: p.end };
}

function parseEnumValue(p: Parser): EnumValueNode {
  const { start } = p;
  const before = p.doc();
  const structured = parseMemberAnnotations(p, before);
  const name = p.name("the name of an enum value");
  const value = p.take("=") ? parseEnumNumber(p) : undefined;
  const annotations = parseAnnotations(p);
  const { end } = p;
  const doc = p.docAfter(before);
  return { kind: "enum_value", start, doc, structured, name, value, annotations, end };
}

function parseEnumNumber(p: Parser): EnumValueNode["value"] {
  return p.kind === "integer" ? p.integer() : p.fail("an integer");
}

/** `senum A { "text", … }`. */
function parseSenum(p: Parser, { start, doc, structured }: Head): TypedefNode {
  p.warn({ start: p.end - "senum".length, end: p.end }, "deprecated", 'expected a typedef of "string", got "senum"');
  const name = p.freeName("a name");
  const open = openBody(p);
  const type: TypeNode = { kind: "base", name: "string", annotations: [], start: open.start, end: open.start };
  const texts = readItems(p, "}", open, () => {
    const text = p.string("a string");
    p.separator();
    return text;
  });
  const annotations = parseAnnotations(p);
  return { kind: "typedef", start, doc, structured, type, name, texts, annotations, end: p.end };
}

function parseStruct(p: Parser, head: Head, kind: StructNode["kind"], qualifiers?: ExceptionQualifiers): StructNode {
  const name = p.freeName(`the name of ${kind === "struct" ? "a" : "an"} ${kind}`);
  const isXsdAll = p.takeWord("xsd_all");
  const fields = parseFields(p, "{", "}");
  const annotations = parseAnnotations(p);
  const { start, doc, structured } = head;
  return { kind, start, doc, structured, name, isXsdAll, qualifiers, fields, annotations, end: p.end };
}

/** `safe transient server exception A { … }`. */
function parseQualified(p: Parser, head: Head): StructNode {
  const isSafe = p.takeWord("safe");
  const persistence = takeOneOf(p, ["transient", "stateful", "permanent"]);
  const blame = takeOneOf(p, ["client", "server"]);
  if (!p.takeWord("exception")) p.fail('"exception"');
  return parseStruct(p, head, "exception", { isSafe, persistence, blame });
}

function takeOneOf<Word extends string>(p: Parser, words: readonly Word[]): Word | undefined {
  return words.find((word) => p.takeWord(word));
}

function parseService(p: Parser, { start, doc, structured }: Head): ServiceNode {
  const name = p.freeName("the name of a service");
  const parent = p.takeWord("extends") ? p.freeName("the name of a service") : undefined;
  const members = readItems(p, "}", openBody(p), () => parsePerforms(p) ?? parseFunction(p));
  const functions = members.filter((member): member is FunctionNode => member.kind === "function");
  const performs = members.filter((member): member is PerformsNode => member.kind === "performs");
  const annotations = parseAnnotations(p);
  const { end } = p;
  return { kind: "service", start, doc, structured, name, extends: parent, functions, performs, annotations, end };
}

// `performs` may be the name of a type: then a name and `(` follow.
function parsePerforms(p: Parser): PerformsNode | undefined {
  if (!p.isWord("performs") || p.scanner.ahead(() => isMethod(p))) return undefined;
  const { start } = p;
  p.next();
  const interaction = p.freeName("the name of an interaction");
  p.separator();
  return { kind: "performs", interaction, start, end: interaction.end };
}

function isMethod(p: Parser): boolean {
  p.next();
  return p.take("name") && p.kind === "(";
}

function parseInteraction(p: Parser, { start, doc, structured }: Head): InteractionNode {
  const name = p.freeName("the name of an interaction");
  const functions = readItems(p, "}", openBody(p), () => parseFunction(p));
  const annotations = parseAnnotations(p);
  return { kind: "interaction", start, doc, structured, name, functions, annotations, end: p.end };
}

function openBody(p: Parser): { readonly start: number; readonly end: number } {
  const { start, end } = p.scanner;
  p.expect("{");
  return { start, end };
}
