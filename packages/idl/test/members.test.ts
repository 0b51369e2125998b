import { expect, test } from "vitest";
import { compile } from "../src/index.ts";
import { problems } from "./problems.ts";

test.each<[fields: string, ids: Record<string, number>, warnings: number]>([
  ["1: i32 a 2: i32 b", { a: 1, b: 2 }, 0],
  ["i32 a i32 b", { a: -1, b: -2 }, 0],
  // As Apache's compiler 0.17 does it.
  ["i32 a 5: i32 b i32 c -3: i32 d 2: i32 e i32 f", { a: -1, b: 5, c: -2, d: -3, e: 2, f: -4 }, 1],
  ["0: i32 a 0x10: i32 b 32767: i32 c", { a: -1, b: 16, c: 32767 }, 1],
])("numbers the fields %s", (fields, ids, warnings) => {
  const program = compile({ "a.thrift": `struct A { ${fields} } service S { void m(${fields}) }` });
  const args = program.service("S").methods.get("m")?.args;
  for (const type of [program.struct("A"), args]) {
    expect(Object.fromEntries(type?.fields.map((field) => [field.name, field.id]) ?? [])).toEqual(ids);
  }
  expect(program.warnings.map((warning) => warning.code)).toEqual(
    Array.from({ length: 2 * warnings }, () => "ignored"),
  );
});

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
  ["struct A { 32768: i32 a }", '1:12 error field_id: expected a field id up to 32767, got "32768"'],
  [
    "struct A { -5: i32 a }",
    '1:12 warning ignored: expected a field id from 1 to 32767, got "-5", for which -1 is taken',
  ],
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
    '1:37 error duplicate: expected different names of fields, got "a" twice',
  ],
  ["service S { void m() throws (1: A a) } struct A {}", "1:33 error wrong_kind: expected an exception, got A"],
  [
    "service S { void m() throws (1: E a, 1: E b) } exception E {}",
    '1:38 error duplicate: expected different ids of fields, got 1 for "a" and "b"',
  ],
])("tells what is wrong with the fields of %s", (text, problem) => {
  expect(problems(text)).toEqual([problem]);
});

test("tells when there are more fields without an id than ids", () => {
  const fields = Array.from({ length: 32_769 }, (_, i) => `i32 a${i}`).join(" ");
  expect(problems(`struct A { ${fields} }`)).toEqual([
    expect.stringMatching(/ error field_id: expected a field id up to 32767, got "32769 fields without an id"$/),
  ]);
});
