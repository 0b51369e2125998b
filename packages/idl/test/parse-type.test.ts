import { expect, test } from "vitest";
import { parse } from "../src/index.ts";
import { bare } from "./bare.ts";
import { brief } from "./problems.ts";

const string = (raw: string): object => ({ kind: "string", raw, value: raw.slice(1, -1) });
const base = (name: string): object => ({ kind: "base", name });
const annotated = (name: string, raw?: string): object => ({
  annotations: [{ kind: "annotation", name, ...(raw === undefined ? {} : { value: string(raw) }) }],
});

test.each<[text: string, type: object]>([
  ...["bool", "byte", "i8", "i16", "i32", "i64", "float", "double", "string", "binary", "uuid"].map(
    (name): [string, object] => [name, base(name)],
  ),
  ["Foo", { kind: "named", name: "Foo" }],
  ["base.Foo", { kind: "named", name: "base.Foo" }],
  ["stream", { kind: "named", name: "stream" }],
  ["list<i32>", { kind: "list", of: base("i32") }],
  ["set < Foo >", { kind: "set", of: { kind: "named", name: "Foo" } }],
  ["map<string,list<i32>>", { kind: "map", key: base("string"), value: { kind: "list", of: base("i32") } }],
  ['list cpp_type "v" <i32>', { kind: "list", of: base("i32"), cppType: string('"v"') }],
  ['list<i32> cpp_type "v"', { kind: "list", of: base("i32"), cppType: string('"v"') }],
  ["set cpp_type 'v' <i32>", { kind: "set", of: base("i32"), cppType: string("'v'") }],
  ["map cpp_type 'v' <i8, i8>", { kind: "map", key: base("i8"), value: base("i8"), cppType: string("'v'") }],
  ['i64 (js.type = "number")', { ...base("i64"), ...annotated("js.type", '"number"') }],
  ["list<i64 (a)> (b)", { kind: "list", of: { ...base("i64"), ...annotated("a") }, ...annotated("b") }],
  ['Foo (go.tag = "x")', { kind: "named", name: "Foo", ...annotated("go.tag", '"x"') }],
])("parses the type %s", (text, type) => {
  const { document, diagnostics } = parse(`typedef ${text} T`);
  expect(diagnostics).toEqual([]);
  expect(bare(document.definitions[0])).toEqual({ kind: "typedef", name: "T", type });
});

test.each<[text: string, problem: string]>([
  ["struct", '1:9 error syntax: expected a type, got "struct"'],
  ["required", '1:9 error syntax: expected a type, got "required"'],
  ["5", '1:9 error syntax: expected a type, got "5"'],
  ["list", '1:14 error syntax: expected "<", got "T"'],
  ["list<>", '1:14 error syntax: expected a type, got ">"'],
  ["list<i32", '1:18 error syntax: expected ">", got "T"'],
  ["list<i32, i32>", '1:17 error syntax: expected ">", got ","'],
  ["map<i32>", '1:16 error syntax: expected ",", got ">"'],
  ["map<i32,>", '1:17 error syntax: expected a type, got ">"'],
  ["list cpp_type v <i32>", '1:23 error syntax: expected a string, got "v"'],
])("tells what is wrong with the type %s", (text, problem) => {
  expect(parse(`typedef ${text} T`, { file: "a.thrift" }).diagnostics.map(brief)).toEqual([problem]);
});

function nested(depth: number): string {
  return `typedef ${"list<".repeat(depth)}i32${">".repeat(depth)} T`;
}

test("parses 64 levels of types and no more", () => {
  expect(parse(nested(64)).diagnostics).toEqual([]);
  expect(parse(nested(65), { file: "a.thrift" }).diagnostics.map(brief)).toEqual([
    "1:333 error limit: expected at most 64 levels of nesting, got more",
  ]);
  expect(parse(nested(100_000)).diagnostics).toHaveLength(1);
  expect(parse(nested(3), { limits: { maxDepth: 2 } }).diagnostics).toHaveLength(1);
});

test.each([
  [undefined, "base"],
  ["apache", "base"],
  ["thriftgo", "named"],
  ["fbthrift", "named"],
] as const)("reads slist as %s has it", (dialect, kind) => {
  const { document, diagnostics } = parse("typedef list<slist> A", { dialect, file: "a.thrift" });
  const name = kind === "base" ? "string" : "slist";
  expect(document.definitions.map(bare)).toMatchObject([{ type: { kind: "list", of: { kind, name } } }]);
  const warning = '1:14 warning deprecated: expected "string", got "slist", an old word for it';
  expect(diagnostics.map(brief)).toEqual(kind === "base" ? [warning] : []);
});
