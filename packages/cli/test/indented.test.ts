import { expect, test } from "vitest";
import { indented } from "../src/indented.ts";

test.each([null, 12, "a", [], {}, [[], {}], { a: { b: [1, [2, { c: null }]], "d,:{}[]": 'x" {,}: \\' }, e: "ü\n" }])(
  "writes %j as JSON.stringify does",
  (value) => {
    expect(indented(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
  },
);

test("leaves numbers as exact as they are", () => {
  expect(indented('{"a":[9007199254740993,1e400]}')).toBe('{\n  "a": [\n    9007199254740993,\n    1e400\n  ]\n}');
});
