import { describe, expect, test } from "vitest";
import { inLineComment, propertyKey, propertyName, propertyOf, quoted } from "../src/text.ts";

describe("a text is quoted", () => {
  test.for([
    ["", '""'],
    ["it's", '"it\'s"'],
    ['say "so"', "'say \"so\"'"],
    [`it's "so"`, `'it\\'s "so"'`],
    ["a\\b\n\u0000", '"a\\\\b\\n\\u0000"'],
    ['"\\"\'', `'"\\\\"\\''`],
    ["\u2028\u2029", '"\\u2028\\u2029"'],
    ["\ud800", '"\\ud800"'],
    ["é🌸", '"é🌸"'],
  ] as const)("%j", ([text, expected]) => expect(quoted(text)).toBe(expected));
});

describe("a property is called", () => {
  test.for([
    ["name", "name", "name", "x.name"],
    ["class", "class", "class", "x.class"],
    ["a.b", '"a.b"', '"a.b"', 'x["a.b"]'],
    ["__proto__", "__proto__", '["__proto__"]', "x.__proto__"],
    ["größe", '"größe"', '"größe"', 'x["größe"]'],
  ] as const)("%s", ([name, inTypes, inObjects, ofValues]) => {
    expect([propertyName(name), propertyKey(name), propertyOf("x", name)]).toStrictEqual([
      inTypes,
      inObjects,
      ofValues,
    ]);
  });
});

test("a comment of one line has no other", () => {
  expect(inLineComment("a\nb\u2028c\r\u0000d")).toBe("a?b?c??d");
});
