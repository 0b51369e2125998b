import { describe, expect, test } from "vitest";
import { identifier, isDeclarable, takeName } from "../src/identifiers.ts";

describe("a name becomes an identifier", () => {
  test.for([
    ["name", "name"],
    ["a.b", "a_b"],
    ["a-b c", "a_b_c"],
    ["1st", "_1st"],
    ["", "_"],
    ["größe", "größe"],
    ["*/", "__"],
    ["a\nb", "a_b"],
    ["🌸", "_"],
    ["$write0", "_write0"],
    ["a$", "a_"],
  ] as const)("%j", ([name, expected]) => expect(identifier(name)).toBe(expected));
});

test("keywords and TypeScript's own names are not declared", () => {
  const words = [
    "class",
    "let",
    "await",
    "any",
    "string",
    "undefined",
    "globalThis",
    "keyof",
    "arguments",
    "eval",
    "a.b",
  ];
  expect(words.filter(isDeclarable)).toStrictEqual([]);
});

test("words that only mean something in places are declared", () => {
  const words = ["type", "of", "async", "get", "declare", "module", "Error", "constructor", "_"];
  expect(words.filter((word) => !isDeclarable(word))).toStrictEqual([]);
});

test("a name that is taken gets an underscore, and another", () => {
  const taken = new Set<string>();
  const names = ["a", "a", "a", "class", "a.b", "a_b"].map((name) => takeName(name, taken));
  expect(names).toStrictEqual(["a", "a_", "a__", "class_", "a_b", "a_b_"]);
});
