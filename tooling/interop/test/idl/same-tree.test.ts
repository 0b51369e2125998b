import { parse } from "@seapink/idl";
import { expect, test } from "vitest";
import { differenceOf } from "../../src/idl/same-tree.ts";

function difference(a: string, b: string): string | undefined {
  return differenceOf(parse(a).document, parse(b).document);
}

test("the layout makes no difference", () => {
  const spread = '/** Doc. */\nstruct A {\n  1: i32 a = 0x10 (k = "v"),\n}\n';
  expect(difference(spread, '/** Doc. */ struct A{1:i32 a=0x10(k="v")}')).toBe(undefined);
});

test.each([
  ["struct A {}", "struct B {}", 'document.definitions.0.name.text: "A" became "B"'],
  ["const i32 A = 10", "const i32 A = 0xa", 'document.definitions.0.value.raw: "10" became "0xa"'],
  ["const i32 A = 10", "const i32 A = 11", 'document.definitions.0.value.raw: "10" became "11"'],
  ["/** One. */ struct A {}", "struct A {}", "document.definitions.0.doc"],
  ["struct A {}", "struct A {} struct B {}", "document.definitions.1: nothing became"],
])("%j and %j differ", (a, b, where) => {
  expect(difference(a, b)).toContain(where);
});
