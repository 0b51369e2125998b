import { expect, test } from "vitest";
import { parse } from "../src/index.ts";
import { brief } from "./problems.ts";

/** What could be read: each definition with its members. */
function outline(text: string): { readonly read: string[]; readonly problems: string[] } {
  const { document, diagnostics } = parse(text, { file: "a.thrift" });
  const read = document.definitions.map((node) => {
    const members =
      "fields" in node ? node.fields : "functions" in node ? node.functions : "values" in node ? node.values : [];
    return [node.name.text, ...members.map((member) => member.name.text)].join(" ");
  });
  return { read, problems: diagnostics.map(brief) };
}

test.each<[what: string, text: string, read: string[], problems: string[]]>([
  [
    "at a separator",
    "struct A { 1: = , 2: i32 b; 3 i32 c; 4: i32 d }",
    ["A b d"],
    ['1:15 error syntax: expected a type, got "="', '1:31 error syntax: expected ":", got "i32"'],
  ],
  [
    "at the next line",
    "struct A {\n 1: string\n 2: i32 b\n 3: i32 = 5\n 4: i32 d\n}",
    ["A b d"],
    [
      '2:11 error syntax: expected the name of a field, got "2"',
      '4:9 error syntax: expected the name of a field, got "="',
    ],
  ],
  [
    "behind brackets of any kind",
    "struct A { 1: i32 = {1: [2, 3], 4: (5)}, 2: i32 b }",
    ["A b"],
    ['1:19 error syntax: expected the name of a field, got "="'],
  ],
  [
    "at the closing brace",
    "struct A { 1: i32 } struct B { 1: i32 b }",
    ["A", "B b"],
    ['1:19 error syntax: expected the name of a field, got "}"'],
  ],
  [
    "at a definition, when the closing brace is missing",
    "struct A {\n 1: i32 a\n\nservice B { void b() }",
    ["A a", "B b"],
    ['2:10 error syntax: expected "}", got "service"'],
  ],
  [
    "at the annotations of a definition, when the closing brace is missing",
    "struct A {\n 1: i32 a\n@x{y = 1}\n@z\nservice B {\n void b(\n@x\nenum C {}",
    ["A a", "B b", "C"],
    ['3:1 error syntax: expected "}", got "@"', '7:1 error syntax: expected ")", got "@"'],
  ],
  [
    "at a definition, when a line is broken off as well",
    "service A {\n void a(1: i32\n\nstruct B { 1: i32 b }",
    ["A a", "B b"],
    ['2:15 error syntax: expected the name of a field, got "struct"'],
  ],
  [
    "at the next definition, when one is none",
    "strct A { 1: i32 a }\nenum B { C }\nfoo\nenum D { E }",
    ["B C", "D E"],
    [
      '1:1 error syntax: expected a definition, got "strct" (did you mean struct?)',
      '3:1 error syntax: expected a definition, got "foo"',
    ],
  ],
  [
    "behind the braces of a definition that is none",
    "strct A { 1: { } } enum B { C }",
    ["B C"],
    ['1:1 error syntax: expected a definition, got "strct" (did you mean struct?)'],
  ],
  [
    "behind a stray brace",
    "struct A {} } struct B {}",
    ["A", "B"],
    ['1:13 error syntax: expected a definition, got "}"'],
  ],
  [
    "in the parameters of a method",
    "service A { void a(1: i32, 2: i32 b), void c(] 1: i32 d) }",
    ["A a c"],
    ['1:26 error syntax: expected the name of a field, got ","', '1:46 error syntax: expected a type, got "]"'],
  ],
  [
    "in parameters that are not closed",
    "service A { void a(1: i32 b }\nservice C {}",
    ["A a", "C"],
    ['1:29 error syntax: expected ")", got "}"'],
  ],
  [
    "in a list",
    "const list<i32> A = [1, =, 3]\nconst i32 B = 1",
    ["A", "B"],
    ['1:25 error syntax: expected a value, got "="'],
  ],
  [
    "behind a string that is not closed",
    'const string A = "abc\nconst i32 B = 1',
    ["A", "B"],
    ["1:18 error syntax: expected a closing quote, got the end of the line"],
  ],
  [
    "at the header after one that is broken",
    "include\nnamespace go x\nstruct A {}",
    ["A"],
    ['1:8 error syntax: expected the path of a file as a string, got "namespace"'],
  ],
])("goes on %s", (_, text, read, problems) => {
  expect(outline(text)).toEqual({ read, problems });
});

test("takes a field that is named like a definition for a field", () => {
  expect(
    outline("struct A {\n 1: string\n   struct\n 2: string\n   const,\n}\nenum E {\n  service\n  union = 4\n}"),
  ).toEqual({
    read: ["A struct const", "E service union"],
    problems: [],
  });
});

test("says where the brace was opened that is not closed", () => {
  const { diagnostics } = parse("struct A {\n 1: i32 a", { file: "a.thrift" });
  expect(diagnostics).toMatchObject([
    { line: 2, column: 10, related: { line: 1, column: 10, message: '"{" was opened here' } },
  ]);
});

test("says whether a definition was lost", () => {
  expect(parse("struct A { 5 }").document.isWhole).toBe(true);
  expect(parse("struct A {} strct B {}").document.isWhole).toBe(false);
});

test("tells forty mistakes in one text", () => {
  const text = Array.from({ length: 40 }, (_, i) => `struct A${i} {\n  1: i32\n  2: i32 b\n}`).join("\n");
  const { document, diagnostics } = parse(text);
  expect(diagnostics).toHaveLength(40);
  expect(new Set(diagnostics.map((d) => d.line)).size).toBe(40);
  expect(document.definitions).toHaveLength(40);
});

test("gives up after as many errors as the limit allows", () => {
  const { document, diagnostics } = parse("struct A { = }\n".repeat(1000));
  expect(diagnostics).toHaveLength(100);
  expect(document.definitions.length).toBeLessThan(102);
  expect(document.isWhole).toBe(false);
  expect(parse("? ".repeat(50), { limits: { maxDiagnostics: 3 } }).diagnostics).toHaveLength(3);
});

test("leaves annotations and docs to the definition that they stand before", () => {
  const { document } = parse("struct A {\n 1: i32 a\n/** The doc. */\n@x\n@y\nstruct B {}");
  expect(document.definitions).toMatchObject([
    { name: { text: "A" } },
    { name: { text: "B" }, doc: "The doc.", structured: [{ name: { text: "x" } }, { name: { text: "y" } }] },
  ]);
});
