import { expect, test } from "vitest";
import { parse } from "../src/index.ts";
import { bare } from "./bare.ts";
import { brief } from "./problems.ts";

const i32 = { kind: "base", name: "i32" };
const named = (name: string): object => ({ kind: "named", name });
const integer = (raw: string): object => ({ kind: "integer", raw, value: BigInt(raw) });
const method = (name: string): object => ({ kind: "function", name, returns: [{ kind: "void" }] });
const annotations = [{ kind: "annotation", name: "a" }];

test.each<[text: string, definition: object]>([
  ["const i32 A = 1 (a);", { kind: "const", name: "A", type: i32, value: integer("1"), annotations }],
  ["typedef i32 A (a),", { kind: "typedef", name: "A", type: i32, annotations }],
  ["typedef string uuid", { kind: "typedef", name: "uuid", type: { kind: "base", name: "string" } }],
  ["enum A {} (a)", { kind: "enum", name: "A", annotations }],
  [
    "enum A { B C = -0x1 (a), list; D = 7 }",
    {
      kind: "enum",
      name: "A",
      values: [
        { kind: "enum_value", name: "B" },
        { kind: "enum_value", name: "C", value: { kind: "integer", raw: "-0x1", value: -1n }, annotations },
        { kind: "enum_value", name: "list" },
        { kind: "enum_value", name: "D", value: integer("7") },
      ],
    },
  ],
  ["struct A {}", { kind: "struct", name: "A" }],
  ["union A xsd_all {} (a)", { kind: "union", name: "A", isXsdAll: true, annotations }],
  ["exception A {};", { kind: "exception", name: "A" }],
  ["safe exception A {}", { kind: "exception", name: "A", qualifiers: { isSafe: true } }],
  ["stateful exception A {}", { kind: "exception", name: "A", qualifiers: { persistence: "stateful" } }],
  [
    "safe transient server exception A {}",
    { kind: "exception", name: "A", qualifiers: { isSafe: true, persistence: "transient", blame: "server" } },
  ],
  ["struct interaction {}", { kind: "struct", name: "interaction" }],
  ["service A {}", { kind: "service", name: "A" }],
  [
    "service A extends b.C { void x(), void y() } (a)",
    {
      kind: "service",
      name: "A",
      extends: "b.C",
      functions: [method("x"), method("y")],
      annotations,
    },
  ],
  [
    "service A { performs B; void x(); performs C }",
    {
      kind: "service",
      name: "A",
      functions: [method("x")],
      performs: [
        { kind: "performs", interaction: "B" },
        { kind: "performs", interaction: "C" },
      ],
    },
  ],
  [
    "service A { performs x() }",
    {
      kind: "service",
      name: "A",
      functions: [{ kind: "function", name: "x", returns: [named("performs")] }],
    },
  ],
  ["interaction A { void x() }", { kind: "interaction", name: "A", functions: [method("x")] }],
])("parses %s", (text, definition) => {
  const { document, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  expect(document.definitions.map(bare)).toEqual([definition]);
});

test("reads senum as a typedef of string, with a warning", () => {
  const { document, diagnostics } = parse('senum A { "x", "y" "z"; } (a)', { file: "a.thrift" });
  const texts = ["x", "y", "z"].map((value) => ({ kind: "string", raw: `"${value}"`, value }));
  const type = { kind: "base", name: "string" };
  expect(document.definitions.map(bare)).toEqual([{ kind: "typedef", name: "A", type, texts, annotations }]);
  expect(diagnostics.map(brief)).toEqual(['1:1 warning deprecated: expected a typedef of "string", got "senum"']);
});

test.each<[text: string, problem: string]>([
  ["strct A {}", '1:1 error syntax: expected a definition, got "strct" (did you mean struct?)'],
  ["5", '1:1 error syntax: expected a definition, got "5"'],
  ["}", '1:1 error syntax: expected a definition, got "}"'],
  ["struct {}", '1:8 error syntax: expected the name of a struct, got "{"'],
  ["struct list {}", '1:8 error syntax: expected the name of a struct that is not a reserved word, got "list"'],
  ["exception 'A' {}", '1:11 error syntax: expected the name of an exception, got string "A"'],
  ["safe struct A {}", '1:6 error syntax: expected "exception", got "struct"'],
  ["client safe exception A {}", '1:8 error syntax: expected "exception", got "safe"'],
  ["struct A", '1:9 error syntax: expected "{", got the end of the file'],
  ["struct A {", '1:11 error syntax: expected "}", got the end of the file'],
  ["enum A { B = x }", '1:14 error syntax: expected an integer, got "x"'],
  ["enum A { B = 1.5 }", '1:14 error syntax: expected an integer, got "1.5"'],
  ["enum A { 5 }", '1:10 error syntax: expected the name of an enum value, got "5"'],
  ["const i32 A", '1:12 error syntax: expected "=", got the end of the file'],
  ["typedef i32", "1:12 error syntax: expected a name, got the end of the file"],
  ["typedef i32 string", '1:13 error syntax: expected a name that is not a reserved word, got "string"'],
  ["service A extends {}", '1:19 error syntax: expected the name of a service, got "{"'],
  ["service A { performs }", '1:22 error syntax: expected the name of an interaction, got "}"'],
  ["interaction A { performs B; }", '1:27 error syntax: expected "(", got ";"'],
])("tells what is wrong with %s", (text, problem) => {
  expect(parse(text, { file: "a.thrift" }).diagnostics.map(brief)).toEqual([problem]);
});
