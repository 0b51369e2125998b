import { expect, test } from "vitest";
import { difference } from "../../src/conformance/difference.ts";

test.each<[what: string, actual: unknown, expected: unknown]>([
  [
    "equal structs",
    { field: "a", value: { n: 1n, list: [{ data: "x" }] } },
    { field: "a", value: { n: 1n, list: [{ data: "x" }] } },
  ],
  ["an exception and its fields", Object.assign(new Error("x"), { msg: "m" }), { msg: "m" }],
  ["a message behind the name of a type", { exceptionMessage: "Error: kaput" }, { exceptionMessage: "kaput" }],
])("takes %s for the same", (_, actual, expected) => {
  expect(difference(actual, expected)).toBeUndefined();
});

test.each<[what: string, actual: unknown, expected: unknown, found: string]>([
  ["another member", { field: "a" }, { field: "b" }, 'field: expected "b", got "a"'],
  ["a missing item", { list: [1] }, { list: [1, 2] }, "list: expected 2 items, got 1"],
  ["another item", { list: [1, 3] }, { list: [1, 2] }, "list.1: expected 2, got 3"],
  ["one field too many", { a: 1, b: true }, { a: 1 }, "b: expected undefined, got true"],
  ["one field too few", {}, { a: 1 }, "a: expected 1, got undefined"],
  [
    "another message",
    { exceptionMessage: "kap" },
    { exceptionMessage: "kaput" },
    'exceptionMessage: expected "kaput", got "kap"',
  ],
  ["a text that holds another", { data: "kaput!" }, { data: "kaput" }, 'data: expected "kaput", got "kaput!"'],
])("finds %s", (_, actual, expected, found) => {
  expect(difference(actual, expected)).toBe(found);
});

test("shows only the beginning of a long text", () => {
  const beginning = "a".repeat(60);
  expect(difference("a".repeat(1000), "b")).toBe(`: expected "b", got "${beginning}"… of 1000 characters`);
});
