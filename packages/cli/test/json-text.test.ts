import { expect, test } from "vitest";
import { jsonText, RawJson } from "../src/json-text.ts";

const long = "x".repeat(80);

test.each([
  [null, "null"],
  [-0, "-0"],
  [[new RawJson("1.0")], "[1.0]"],
  [9007199254740993n, "9007199254740993"],
  [{ a: [1n, "b\n", true], c: undefined }, '{"a": [1, "b\\n", true]}'],
  [[], "[]"],
  [{}, "{}"],
  [{ a: [long, 1] }, `{\n  "a": [\n    "${long}",\n    1\n  ]\n}`],
])("%# writes JSON with numbers as they are", (value, expected) => {
  expect(jsonText(value)).toBe(expected);
});
