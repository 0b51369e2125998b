import { double, float, i16, i32, i64, i64Number, i8, list, map, set, string, type Type, uuid } from "@seapink/schema";
import { expect, test } from "vitest";
import { compile } from "../src/index.ts";
import { isSameType, typeName } from "../src/types.ts";
import { problems } from "./problems.ts";

function typeOf(text: string, i64: "bigint" | "number" = "bigint"): Type {
  const field = compile({ "a.thrift": text }, { i64 }).struct("A").fields[0];
  if (!field) throw new Error("expected a field, got none");
  return field.type;
}

test.each<[text: string, type: Type]>([
  ["byte", i8],
  ["i8", i8],
  ["i16", i16],
  ["i32", i32],
  ["i64", i64],
  ["float", float],
  ["double", double],
  ["uuid", uuid],
  ["list<string>", list(string)],
  ["set<i32>", set(i32)],
  ["map<string, list<set<i8>>>", map(string, list(set(i8)))],
])("describes %s", (text, type) => {
  expect(typeOf(`struct A { 1: ${text} a }`)).toEqual(type);
});

test.each<[text: string, type: Type]>([
  ["typedef i32 T struct A { 1: T a }", i32],
  ["struct A { 1: T a } typedef list<U> T typedef map<U, V> X typedef string U typedef i32 V", list(string)],
  ["typedef double float struct A { 1: float a }", double],
  ["typedef string uuid struct A { 1: list<uuid> a }", list(string)],
])("sees through the typedefs of %s", (text, type) => {
  expect(typeOf(text)).toEqual(type);
});

test.each<[text: string, option: "bigint" | "number", type: Type]>([
  ["struct A { 1: i64 a }", "bigint", i64],
  ["struct A { 1: i64 a }", "number", i64Number],
  ['struct A { 1: i64 a (js.type = "number") }', "bigint", i64Number],
  ['struct A { 1: i64 a (js.type = "bigint") }', "number", i64],
  ['struct A { 1: i64 a (js.type = "Date") }', "bigint", i64],
  ['struct A { 1: i64 (js.type = "number") a }', "bigint", i64Number],
  ['struct A { 1: map<i64, list<i64>> a (js.type = "number") }', "bigint", map(i64Number, list(i64Number))],
  ['struct A { 1: map<i64, i64 (js.type = "number")> a }', "bigint", map(i64, i64Number)],
  ['typedef i64 T (js.type = "number") struct A { 1: T a }', "bigint", i64Number],
  ['typedef i64 (js.type = "number") T struct A { 1: list<T> a }', "bigint", list(i64Number)],
  ['typedef i64 T struct A { 1: T a (js.type = "number") 2: T b }', "bigint", i64Number],
  ['typedef i64 T (js.type = "bigint") struct A { 1: T a (js.type = "number") }', "bigint", i64],
  ['typedef list<i64> T struct A { 1: T b (js.type = "number") }', "bigint", list(i64Number)],
])("reads the i64 of %s, by default a %s", (text, option, type) => {
  expect(typeOf(text, option)).toEqual(type);
});

test("gives one descriptor for each definition, even if it contains itself", () => {
  const program = compile({ "a.thrift": "struct A { 1: list<A> a 2: optional B b } union B { 1: A a 2: B b }" });
  const a = program.struct("A");
  const b = program.type("B");
  expect(a.fields[0]?.type).toEqual({ kind: "list", of: a });
  expect(a.fields[1]?.type).toBe(b);
  expect(b.kind === "union" && b.fields.map((field) => field.type)).toEqual([a, b]);
  expect(program.struct("A")).toBe(a);
});

test.each([
  'typedef i64 T struct A { 1: T a (js.type = "number") }',
  'typedef i64 T (js.type = "number") struct A { 1: T a (js.type = "number") }',
  'typedef i64 T (js.type = "bigint") struct A { 1: map<i64, T> a (js.type = "number") }',
  'struct A { 1: string a (js.type = "number") 2: A b (js.type = "number") }',
  'typedef i64 T (js.type = "bigint") struct A { 1: T a (js.type = "Date") }',
])("says nothing of js.type in %s", (text) => {
  expect(problems(text)).toEqual([]);
});

test.each<[text: string, problem: string]>([
  [
    "struct A { 1: Fooo a } struct Foo {}",
    '1:15 error unresolved: expected a type, got "Fooo", which is not defined (did you mean Foo?)',
  ],
  ["struct A { 1: Quux a }", '1:15 error unresolved: expected a type, got "Quux", which is not defined'],
  ["struct A { 1: void a }", '1:15 error wrong_kind: expected a type, got "void"'],
  ["struct A { 1: list<S> a } service S {}", '1:20 error wrong_kind: expected a type, got the service "S"'],
  ["struct A { 1: I a } interaction I {}", '1:15 error wrong_kind: expected a type, got the interaction "I"'],
  ["struct A { 1: C a } const i32 C = 1", '1:15 error wrong_kind: expected a type, got the const "C"'],
  ["typedef T T", "1:11 error cycle: expected a typedef of another type, got the cycle T -> T"],
  ["typedef list<T> T", "1:17 error cycle: expected a typedef of another type, got the cycle T -> T"],
  [
    "typedef U T typedef map<V, V> U typedef T V",
    "1:11 error cycle: expected a typedef of another type, got the cycle T -> U -> V -> T",
  ],
  [
    "struct A { 1: set<list<i8>> a }",
    "1:19 warning identity_key: expected keys that are equal by value, got list<i8>, which JavaScript compares by identity",
  ],
  [
    "struct A { 1: map<binary, i8> a }",
    "1:19 warning identity_key: expected keys that are equal by value, got binary, which JavaScript compares by identity",
  ],
  [
    "struct A { 1: map<A, i8> a }",
    "1:19 warning identity_key: expected keys that are equal by value, got A, which JavaScript compares by identity",
  ],
  [
    'typedef i64 (js.type = "bigint") T struct A { 1: T a (js.type = "number") }',
    '1:55 warning ignored: expected what the type itself says of its i64, "bigint", got "number", which is ignored',
  ],
  [
    'typedef i64 T (js.type = "bigint") struct A { 1: list<T (js.type = "number")> a }',
    '1:58 warning ignored: expected what the type itself says of its i64, "bigint", got "number", which is ignored',
  ],
  [
    'typedef i64 (js.type = "number") T typedef map<T, T> U (js.type = "bigint") struct A { 1: U a 2: U b }',
    '1:57 warning ignored: expected what the type itself says of its i64, "number", got "bigint", which is ignored',
  ],
  [
    "struct A { 1: E a } exception E {}",
    "1:15 warning wrong_kind: expected a type other than an exception, got the exception E",
  ],
])("tells what is wrong with the types of %s", (text, problem) => {
  expect(problems(text)).toEqual([problem]);
});

test.each<[what: string, text: string]>([
  ["deep by way of typedefs", `typedef list<i32> T0 ${range(100, (i) => `typedef list<T${i}> T${i + 1}`)}`],
  [
    "deep by way of typedefs the other way round",
    `${range(100, (i) => `typedef list<T${i + 1}> T${i}`)} typedef i32 T100`,
  ],
  ["large by way of typedefs", `typedef i32 T0 ${range(60, (i) => `typedef map<T${i}, T${i}> T${i + 1}`)}`],
])("limits types that are %s", (_, text) => {
  const found = problems(text).filter((problem) => problem.includes(" error "));
  expect(found.length).toBeGreaterThan(0);
  for (const problem of found)
    expect(problem).toMatch(/ error limit: expected at most .* got more by way of typedefs$/);
});

function range(count: number, item: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => item(i)).join("\n");
}

test.each<[a: Type, b: Type, isSame: boolean]>([
  [i64, i64, true],
  [i64, i64Number, false],
  [list(i32), list(i32), true],
  [list(i32), set(i32), false],
  [list(i32), list(i64), false],
  [map(i32, list(string)), map(i32, list(string)), true],
  [map(i32, string), map(string, i32), false],
  [list(i32), i32, false],
])("tells whether types are the same (%#)", (a, b, isSame) => {
  expect(isSameType(a, b)).toBe(isSame);
});

test("names types for messages, and not at length", () => {
  expect(typeName(map(string, list(i64)))).toBe("map<string, list<i64>>");
  expect(typeName(Array.from({ length: 30 }).reduce<Type>((type) => list(type), i32))).toHaveLength(61);
});

test.each([
  ["struct A { 1: E a } exception E {}", []],
  ["union A { 1: E a } exception E {}", []],
  [
    "service S { void f(1: E a) } exception E {}",
    ["1:23 warning wrong_kind: expected a type other than an exception, got the exception E"],
  ],
])("takes exceptions as fields where fbthrift does: %s", (text, expected) => {
  expect(problems(text, { dialect: "fbthrift" })).toEqual(expected);
});
