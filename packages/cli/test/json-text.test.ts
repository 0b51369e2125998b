import { expect, test } from "vitest";
import { jsonText, RawJson } from "../src/json-text.ts";

test.each([
  [null, "null"],
  [-0, "-0"],
  [9007199254740993n, "9007199254740993"],
  [{ a: [1n, "b\n", true], c: undefined }, '{\n  "a": [\n    1,\n    "b\\n",\n    true\n  ]\n}'],
  [[], "[]"],
  [{}, "{}"],
])("%# writes JSON with numbers as they are", (value, expected) => {
  expect(jsonText(value)).toBe(expected);
});

test("breaks the lines of text that it is given like its own", () => {
  expect(jsonText({ a: new RawJson('{"b":[1.0]}') })).toBe('{\n  "a": {\n    "b": [\n      1.0\n    ]\n  }\n}');
});
