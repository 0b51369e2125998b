import { expect, test } from "vitest";
import { didYouMean, nearHint, nearNames } from "../src/near.ts";

test.each<[name: string, candidates: string[], near: string[]]>([
  ["strct", ["struct", "enum"], ["struct"]],
  ["keyvalue", ["KeyValue"], ["KeyValue"]],
  ["srtuct", ["struct"], ["struct"]],
  ["structs", ["struct"], ["struct"]],
  ["Foo", ["Bar", "Fo", "Foo1", "Fooooo"], ["Fo", "Foo1"]],
  ["abcdef", ["abcdxx", "abcdex", "abcd"], ["abcdex"]],
  ["ab", ["ac", "ad", "ae", "af"], ["ac", "ad", "ae"]],
  ["a", ["b", "A"], ["A"]],
  ["__proto__", ["__prot__"], ["__prot__"]],
  ["by", ["buy", "buy"], ["buy"]],
  ["x".repeat(100), ["x".repeat(99)], []],
  ["", ["a"], []],
])("finds what looks like %j", (name, candidates, near) => {
  expect(nearNames(name, candidates)).toEqual(near);
});

test("compares no more than the budget is enough for", () => {
  const budget = { left: 200 };
  expect(nearNames("abcdefghij", ["abcdefghix", ...Array<string>(100).fill("bcdefghijk")], budget)).toEqual([
    "abcdefghix",
  ]);
  expect(budget.left).toBeLessThanOrEqual(0);
  expect(budget.left).toBeGreaterThan(-20);
  expect(nearNames("abcdefghij", ["abcdefghix"], budget)).toEqual([]);
});

test("says it as a question, or nothing", () => {
  expect(didYouMean("Foo", ["Fo", "Foo1"])).toBe("did you mean Fo or Foo1?");
  expect(didYouMean("Foo", ["Quux"])).toBeUndefined();
  expect(nearHint("Foo", ["Fo"])).toBe("; did you mean Fo?");
  expect(nearHint("Foo", ["Quux"])).toBe("");
});
