import { expect, test } from "vitest";
import { compile } from "../src/index.ts";
import { diagnosticsOf, problems } from "./problems.ts";

test("gives fields what is written", () => {
  const text = `struct A {
    1: i32 a (k = "1", k = "2", l), 2: required string __proto__ 3: optional bool constructor = true }`;
  const { fields } = compile({ "a.thrift": text }).struct("A");
  const annotations = new Map([
    ["k", ["1", "2"]],
    ["l", ["1"]],
  ]);
  expect(fields).toMatchObject([
    { id: 1, name: "a", type: { kind: "i32" }, requiredness: "default", annotations },
    { id: 2, name: "__proto__", type: { kind: "string" }, requiredness: "required", annotations: new Map() },
    { id: 3, name: "constructor", type: { kind: "bool" }, requiredness: "optional", default: true },
  ]);
  expect(fields[0]).not.toHaveProperty("default");
});

test("makes the fields of unions and exceptions of throws optional, and arguments never", () => {
  const text = `union U { 1: i32 a 2: required i32 b }  exception E {}
    service S { void m(1: optional i32 a, 2: required i32 b) throws (1: required E e) }`;
  const program = compile({ "a.thrift": text });
  const union = program.type("U");
  const method = program.service("S").methods.get("m");
  const requirednesses = (type: typeof union | undefined): unknown =>
    type && "fields" in type && type.fields.map((field) => field.requiredness);
  expect([union, method?.args, method?.result].map(requirednesses)).toEqual([
    ["optional", "optional"],
    ["default", "required"],
    ["optional"],
  ]);
});

test.each<[text: string, problem: string]>([
  ["struct A { 1: i32 a 1: i32 b }", '1:21 error duplicate: expected different ids of fields, got 1 for "a" and "b"'],
  ["struct A { 1: i32 a 2: i32 a }", '1:28 error duplicate: expected different names of fields, got "a" twice'],
  [
    "union A { 1: required i32 a }",
    '1:27 warning ignored: expected "a" without "required": each of a union is optional',
  ],
  [
    "union A { 1: i32 a = 1 2: i32 b = 2 }",
    '1:31 error duplicate: expected at most one default in a union, got one for "b" too',
  ],
  [
    "service S { void m(1: optional i32 a) }",
    '1:36 warning ignored: expected "a" without "optional": arguments are not',
  ],
  [
    "service S { void m() throws (1: required E e) } exception E {}",
    '1:44 warning ignored: expected "e" without "required": each of a throws list is optional',
  ],
  [
    "service S { void m(1: i32 a, 2: i32 a) }",
    '1:37 error duplicate: expected different names of arguments, got "a" twice',
  ],
  ["service S { void m() throws (1: A a) } struct A {}", "1:33 error wrong_kind: expected an exception, got A"],
  [
    "service S { void m() throws (1: E a, 1: E b) } exception E {}",
    '1:38 error duplicate: expected different ids of exceptions, got 1 for "a" and "b"',
  ],
  [
    "struct A { 1: optional i32 a = 1 }",
    '1:28 warning default: expected an optional field without a default, got one for "a"',
  ],
  [
    "exception A { 1: i32 a = 1 }",
    '1:22 warning default: expected a field of an exception without a default, got one for "a"',
  ],
  [
    "service S { void m() throws (1: E e = {}) } exception E {}",
    '1:35 warning default: expected a declared exception without a default, got one for "e"',
  ],
])("tells what is wrong with the fields of %s", (text, problem) => {
  expect(problems(text)).toEqual([problem]);
});

test.each<[text: string, found: string[]]>([
  ["struct A { 1: i32 a 2: optional i32 b }", []],
  [
    "struct A { 1: required i32 a }",
    ['1:28 warning deprecated: expected "a" without "required", which fbthrift deprecates: it can never be removed'],
  ],
  [
    "union A { 1: optional i32 a }",
    ['1:27 warning dialect: expected "a" without "optional", which fbthrift refuses in a union'],
  ],
  [
    "union A { 1: i32 a = 1 2: i32 b = 2 }",
    ['1:31 warning default: expected at most one default in a union, got one for "b" too'],
  ],
  ["struct A { @thrift.AllowUnsafeOptionalCustomDefaultValue 1: optional i32 a = 1 }", []],
])("takes the fields of %s as fbthrift does", (text, found) => {
  const include = 'include "thrift/annotation/thrift.thrift"\n';
  expect(problems(include + text, { dialect: "fbthrift" })).toEqual(
    found.map((problem) => problem.replace("1:", "2:")),
  );
});

test("knows the names of fields whose ids are wrong", () => {
  const text = "struct A { 0: i32 a 1: i32 b 1: i32 c } const A C = {'a': 1, 'b': 2, 'c': 3}";
  expect(diagnosticsOf(text, { dialect: "fbthrift" }).map(({ code }) => code)).toEqual(["field_id", "duplicate"]);
});
