import { expect, test } from "vitest";
import type { IdlDialect } from "../src/index.ts";
import { problems } from "./problems.ts";

const before = "warning dialect: expected a definition before its use, as Apache's compiler needs it";

test.each<[text: string, at: string, name: string]>([
  ["const i32 A = B const i32 B = 1", "1:15", "B"],
  ["struct S { 1: i32 a = B } const i32 B = 1", "1:23", "B"],
  ["const i32 A = E.X enum E { X }", "1:15", "E"],
  ["const B A = {} struct B {}", "1:7", "B"],
  ["service A extends B {} service B {}", "1:19", "B"],
  ["service A { void m() throws (1: E e) } exception E {}", "1:33", "E"],
])("warns of what Apache's compiler does not find yet in %s", (text, at, name) => {
  expect(problems(text, { dialect: "apache" })).toEqual([`${at} ${before}, got ${JSON.stringify(name)} after it`]);
  for (const dialect of [undefined, "thriftgo", "fbthrift"] satisfies (IdlDialect | undefined)[]) {
    expect(problems(text.replace("{ X }", "{ X = 0 }"), { dialect })).toEqual([]);
  }
});

test.each([
  "const i32 B = 1 const i32 A = B",
  "struct A { 1: B b } struct B {} service S { B m(1: C c) } struct C {}",
  "typedef B A struct B {}",
])("says nothing of what Apache's compiler finds in %s", (text) => {
  expect(problems(text, { dialect: "apache" })).toEqual([]);
});

test("says nothing of what other files define", () => {
  const files = {
    "a.thrift": 'include "b.thrift" const i32 A = b.B',
    "b.thrift": "   const i32 X = 0   const i32 B = 1",
  };
  expect(problems(files, { dialect: "apache" })).toEqual([]);
});
