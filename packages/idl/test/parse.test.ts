import { expect, test } from "vitest";
import { type DocumentNode, parse } from "../src/index.ts";
import { bare } from "./bare.ts";
import { brief } from "./problems.ts";
import { sharedIdl } from "./shared-idl.ts";

function parsed(text: string): DocumentNode {
  const { document, diagnostics } = parse(text, { file: "a.thrift" });
  expect(diagnostics).toEqual([]);
  return document;
}

test.each([...sharedIdl])("parses %s", (_, text) => {
  expect(parsed(text).isWhole).toBe(true);
});

test("parses headers, in any order, with separators or without", () => {
  const text = `
    include "a.thrift"; namespace * x.y (a = "b")
    cpp_include '<map>' namespace smalltalk.category X, namespace hack "" include 'b.thrift'`;
  expect(parsed(text).headers.map(bare)).toEqual([
    { kind: "include", path: { kind: "string", raw: '"a.thrift"', value: "a.thrift" } },
    {
      kind: "namespace",
      language: "*",
      scope: "x.y",
      annotations: [{ kind: "annotation", name: "a", value: { kind: "string", raw: '"b"', value: "b" } }],
    },
    { kind: "cpp_include", path: { kind: "string", raw: "'<map>'", value: "<map>" } },
    { kind: "namespace", language: "smalltalk.category", scope: "X" },
    { kind: "namespace", language: "hack", scope: "", quoted: { kind: "string", raw: '""', value: "" } },
    { kind: "include", path: { kind: "string", raw: "'b.thrift'", value: "b.thrift" } },
  ]);
});

test("gives an empty document for an empty text", () => {
  const empty = { kind: "document", doc: undefined, headers: [], definitions: [], isWhole: true, start: 0 };
  expect(parsed("")).toEqual({ ...empty, end: 0 });
  expect(parsed("// nothing\n")).toEqual({ ...empty, end: 11 });
});

test("gives each node its range", () => {
  const text = "/** d */ struct A {\n 1: i32 a = 5, }  enum E { B }";
  const [struct, enumeration] = parsed(text).definitions;
  const cut = (node: { start: number; end: number } | undefined): string => text.slice(node?.start, node?.end);
  expect(cut(struct)).toBe("struct A {\n 1: i32 a = 5, }");
  expect(cut(enumeration)).toBe("enum E { B }");
  const field = struct?.kind === "struct" ? struct.fields[0] : undefined;
  expect([field, field?.id, field?.type, field?.name, field?.value].map(cut)).toEqual([
    "1: i32 a = 5",
    "1",
    "i32",
    "a",
    "5",
  ]);
});

test("keeps doc comments of the file and of everything that may have one", () => {
  const text = `
    /** The file. */ namespace * x
    /** A struct. */ struct A { /** A field. */ 1: i32 a /* plain */ 2: i32 b }
    /** lost: another follows */ /** An enum. */ enum E { /** One. */ ONE }
    /** A service. */ service S { /** A method. */ void a(/** A parameter. */ 1: i32 p) }`;
  const { doc, definitions } = parsed(text);
  const [struct, enumeration, service] = definitions.map(bare);
  expect(doc).toBe("The file.");
  expect(struct).toMatchObject({ doc: "A struct.", fields: [{ doc: "A field." }, {}] });
  expect((struct as { fields: object[] }).fields[1]).not.toHaveProperty("doc");
  expect(enumeration).toMatchObject({ doc: "An enum.", values: [{ doc: "One." }] });
  expect(service).toMatchObject({
    doc: "A service.",
    functions: [{ doc: "A method.", params: [{ doc: "A parameter." }] }],
  });
});

test.each<[text: string, docs: (string | undefined)[]]>([
  ["/** One. */ struct A {}", [undefined, "One."]],
  ["/** One. */ /** Two. */ struct A {}", ["One.", "Two."]],
  ["/** One. */ /** Two. */ /** Three. */ struct A {}", ["One.", "Three."]],
  ["/** One. */ /** */ struct A {}", ["One.", undefined]],
  ["/** One. */ namespace * x /** Two. */ struct A {}", ["One.", "Two."]],
  ["/** One. */ /** Two. */ namespace * x struct A {}", ["One.", undefined]],
  ['/** One. */ @a package "b" struct A {}', ["One.", undefined]],
  ["namespace * x /** One. */ namespace * y struct A {}", [undefined, undefined]],
  ["/** One. */", ["One."]],
])("tells the docs of the file and of the first definition apart in %s", (text, docs) => {
  const { doc, definitions } = parsed(text);
  expect([doc, ...definitions.map((definition) => definition.doc)]).toEqual(docs);
});

test.each<[text: string, docs: (string | undefined)[]]>([
  ["struct A { i32 a ///< One.\n i32 b, ///< Two.\n i32 c /**< Three. */; }", ["One.", "Two.", "Three."]],
  ["struct A { ///< No one's.\n /// One.\n i32 a; ///< Two.\n}", ["One.\nTwo."]],
  ["struct A { i32 a ///< One.\n, ///< Two.\n}", ["One.\nTwo."]],
])("keeps docs behind what they describe: %j", (text, docs) => {
  const [struct] = parsed(text).definitions;
  expect(struct?.kind === "struct" && struct.fields.map((field) => field.doc)).toEqual(docs);
});

test("tells of a header after a definition, and reads it", () => {
  const { document, diagnostics } = parse('struct A {}\nnamespace go x\ninclude "b"', { file: "a.thrift" });
  expect(document.headers).toHaveLength(2);
  expect(diagnostics.map(brief)).toEqual([
    '2:1 error syntax: expected a definition, since headers come before all definitions, got "namespace"',
    '3:1 error syntax: expected a definition, since headers come before all definitions, got "include"',
  ]);
});

test("calls a text without a name <text>", () => {
  expect(parse("?").diagnostics[0]?.file).toBe("<text>");
});
