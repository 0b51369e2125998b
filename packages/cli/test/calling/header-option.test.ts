import { InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { headerOption } from "../../src/calling/header-option.ts";

test.each([
  ["key: value", "key", "value"],
  ["Trace-Id:7", "trace-id", "7"],
  ["key: a: b ", "key", "a: b"],
  ["empty:", "empty", ""],
  [":to: there", ":to", "there"],
])("reads %j", (text, key, value) => {
  expect(headerOption(text)).toEqual(new Map([[key, value]]));
});

test("adds to those before", () => {
  expect([...headerOption("b: 2", headerOption("a: 1"))]).toEqual([
    ["a", "1"],
    ["b", "2"],
  ]);
});

test.each(["", "key", ":", ": value", " : value"])("refuses %j", (text) => {
  expect(() => headerOption(text)).toThrow(InvalidArgumentError);
});

test("refuses a key that is there already", () => {
  expect(() => headerOption("A: 2", headerOption("a: 1"))).toThrow("Expected a once.");
});
