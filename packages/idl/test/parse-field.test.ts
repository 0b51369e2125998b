import { expect, test } from "vitest";
import { compile, parse } from "../src/index.ts";
import { bare } from "./bare.ts";
import { brief } from "./problems.ts";

const i32 = { kind: "base", name: "i32" };
const id = (raw: string): object => ({ kind: "integer", raw, value: BigInt(raw) });
const field = (name: string, more: object = {}): object => ({
  kind: "field",
  requiredness: "default",
  type: i32,
  name,
  ...more,
});

test("reads numbers and booleans as values of annotations", () => {
  const { document, diagnostics } = parse('struct A { 1: i32 a (b = 1, c = true, d = false, e = "f") }');
  expect(diagnostics).toEqual([]);
  expect(document.definitions).toMatchObject([
    {
      fields: [{ annotations: [1n, true, false, "f"].map((value) => ({ value: { value } })) }],
    },
  ]);
  const type = compile({ "a.thrift": 'struct A { 1: i32 a (b = 1, c = true, d = false, e = "f", g) }' }).struct("A");
  expect([...(type.fields[0]?.annotations ?? [])]).toEqual([
    ["b", ["1"]],
    ["c", ["1"]],
    ["d", ["0"]],
    ["e", ["f"]],
    ["g", ["1"]],
  ]);
});

test.each<[text: string, fields: object[]]>([
  ["1: i32 a", [field("a", { id: id("1") })]],
  ["i32 a i32 b", [field("a"), field("b")]],
  ["i32 a, i32 b;", [field("a"), field("b")]],
  ["-3: i32 a", [field("a", { id: id("-3") })]],
  [
    "1: required i32 a 2: optional i32 b",
    [field("a", { id: id("1"), requiredness: "required" }), field("b", { id: id("2"), requiredness: "optional" })],
  ],
  ["i32 & a", [field("a", { isReference: true })]],
  ["i32 a = 5", [field("a", { value: id("5") })]],
  [
    "i32 a (k = 'v')",
    [
      field("a", {
        annotations: [{ kind: "annotation", name: "k", value: { kind: "string", raw: "'v'", value: "v" } }],
      }),
    ],
  ],
  ["i32 a xsd_optional xsd_nillable", [field("a", { xsd: { isOptional: true, isNillable: true } })]],
  [
    "i32 a = 1 xsd_attrs { i32 b } (k)",
    [
      field("a", {
        value: id("1"),
        xsd: { attributes: [field("b")] },
        annotations: [{ kind: "annotation", name: "k" }],
      }),
    ],
  ],
  [
    "@a @b.c{d = 1} i32 e",
    [
      field("e", {
        structured: [
          { kind: "structured_annotation", name: "a" },
          { kind: "structured_annotation", name: "b.c", fields: [{ name: "d", value: id("1") }] },
        ],
      }),
    ],
  ],
])("parses the fields %s", (text, fields) => {
  const { document, diagnostics } = parse(`struct A { ${text} }`);
  expect(diagnostics).toEqual([]);
  expect(bare(document.definitions[0])).toEqual({ kind: "struct", name: "A", fields });
});

const words = "namespace include void bool string list map set oneway typedef struct union exception extends throws";
const moreWords = "service enum const required optional async true false interaction stream sink performs cpp_type";
test.each(`${words} ${moreWords}`.split(" "))("lets a field and a method be called %s", (word) => {
  const { document, diagnostics } = parse(`struct A { 1: string ${word} = "x" } service S { void ${word}() }`);
  expect(diagnostics).toEqual([]);
  expect(document.definitions.map(bare)).toMatchObject([{ fields: [{ name: word }] }, { functions: [{ name: word }] }]);
});

test.each<[text: string, problem: string]>([
  ["1 i32 a", '1:14 error syntax: expected ":", got "i32"'],
  ["1: a", '1:17 error syntax: expected the name of a field, got "}"'],
  ["1: i32 5", '1:19 error syntax: expected the name of a field, got "5"'],
  ["1: i32 a =", '1:23 error syntax: expected a value, got "}"'],
  ["1: optional required i32 a", '1:24 error syntax: expected a type, got "required"'],
  ["1: i32 a (", '1:23 error syntax: expected ")", got "}"'],
  ["1: i32 a (= 'x')", '1:22 error syntax: expected the key of an annotation, got "="'],
  ["1: i32 a (k = 1.5)", '1:26 error syntax: expected a string, got "1.5"'],
  ["@ 1: i32 a", '1:14 error syntax: expected the name of an annotation, got "1"'],
  ["1.5: i32 a", '1:12 error syntax: expected a type, got "1.5"'],
  ["*", '1:12 error syntax: expected a type, got "*"'],
])("tells what is wrong with the field %s", (text, problem) => {
  expect(parse(`struct A { ${text} }`, { file: "a.thrift" }).diagnostics.map(brief)).toEqual([problem]);
});
