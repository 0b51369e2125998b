import { assert, property } from "fast-check";
import { expect, test } from "vitest";
import { type IdlDialect, parse, print } from "../src/index.ts";
import { definitions, headers } from "./language.ts";
import { sharedIdl } from "./shared-idl.ts";
import { spanless } from "./spanless.ts";
import { anyDocument } from "./trees.ts";

/** What a text looks like when it has been read and printed. */
function printed(text: string, dialect?: IdlDialect): string {
  const { document, diagnostics } = parse(text, { dialect });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return print(document);
}

test.each([headers, definitions, `${headers}\n${definitions}`, ""])("prints what looks so as it is: %#", (text) => {
  expect(printed(text)).toBe(text);
});

const long = `"${"x".repeat(30)}"`;

test.each<[text: string, layout: string]>([
  ["struct A{1:i32 a,2:i32 b}(k)", "struct A {\n  1: i32 a;\n  2: i32 b;\n} (k)\n"],
  ["const A a = [1 2 {3:4}];", "const A a = [1, 2, {3: 4}]\n"],
  [`const A a = [${long}, {1: ${long}}]`, `const A a = [${long}, {1: ${long}}]\n`],
  [`const A a = [${long} ${long} {1:${long}}]`, `const A a = [\n  ${long},\n  ${long},\n  {1: ${long}},\n]\n`],
  ["const A a = {'b':'c\nd'}", "const A a = {\n  'b': 'c\nd',\n}\n"],
  ["service A { async void a(@x i32 b) }", "service A {\n  oneway void a(\n    @x\n    i32 b,\n  );\n}\n"],
  ["struct A { /// b\n slist a ///< c\n}", "struct A {\n  /**\n   * b\n   * c\n   */\n  string a;\n}\n"],
  ["/// a */ b\n///\n/// c\nstruct A {}", "/// a */ b\n///\n/// c\nstruct A {}\n"],
  ["/** a */ /** b */ struct A {}", "/** a */\n\n/** b */\nstruct A {}\n"],
  ["/** a */ /** */ struct A {}", "/** a */\n/** */\n\nstruct A {}\n"],
  ["/** a */", "/** a */\n"],
  ["php_namespace a", "namespace php a\n"],
])("lays out %j", (text, layout) => {
  expect(printed(text)).toBe(layout);
  expect(printed(layout)).toBe(layout);
});

test.each<[text: string, dialect: IdlDialect, layout: string]>([
  ["// a\nstruct A { // b\n 1: i32 a // c\n}", "thriftgo", "/** a */\nstruct A {\n  /** c */\n  1: i32 a;\n}\n"],
  ["const string A = '\\d'", "thriftgo", "const string A = '\\d'\n"],
  ["struct A { 010: i32 a = 010 }", "fbthrift", "struct A {\n  010: i32 a = 010;\n}\n"],
])("lays out %j of %s", (text, dialect, layout) => {
  expect(printed(text, dialect)).toBe(layout);
  expect(printed(layout, dialect)).toBe(layout);
});

test.each([...sharedIdl])("prints %s so that it reads as the same tree", (_, text) => {
  const { document } = parse(text);
  expect(spanless(parse(print(document)).document)).toEqual(spanless(document));
});

test("prints any tree so that it reads as the same tree, and prints the same", () => {
  const law = property(anyDocument, (document) => {
    const text = print(document);
    const again = parse(text);
    expect(again.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(spanless(again.document)).toEqual(spanless(document));
    expect(print(again.document)).toBe(text);
  });
  assert(law, { numRuns: 150, seed: 7 });
});
