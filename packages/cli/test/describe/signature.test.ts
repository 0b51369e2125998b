import { parse } from "@seapink/idl";
import { expect, test } from "vitest";
import { signature } from "../../src/describe/signature.ts";

function signatureOf(text: string): string {
  const [service] = parse(`service S { ${text} }`).document.definitions;
  if (service?.kind !== "service" || service.functions[0] === undefined) throw new Error(`expected a method: ${text}`);
  return signature(service.functions[0]);
}

test.each([
  ["void f()"],
  ["oneway void f(1: i32 a)"],
  [`i32 f(1: string a = "a( b , )", 2: string b = "x: {  }")`],
  ['i32 f(1: list<i32> a = [1, 2], 2: map<string, i32> b = {"k": 1}, 3: C c = C.RED, 4: bool d = true)'],
  ["list<set<i64>> f(1: required i32 a, 2: optional x.B b) throws (1: E e, 2: F f)"],
  ["i32, stream<binary throws (1: E e)> f()"],
  ["sink<i32 throws (1: E e), bool throws (1: F f)> f()"],
])("keeps %s", (text) => {
  expect(signatureOf(text)).toBe(text);
});

test.each([
  ["i32 f(1: i32 a (note = 'x')) (slow)", "i32 f(1: i32 a)"],
  ["i32 f(\n  /** What it is. */\n  1: i32 a,\n)", "i32 f(1: i32 a)"],
  ['i32 f(1: string a = "x\ny")', String.raw`i32 f(1: string a = "x\u000ay")`],
])("puts %j on a line", (text, expected) => {
  expect(signatureOf(text)).toBe(expected);
});
