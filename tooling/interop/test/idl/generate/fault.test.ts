import { expect, test } from "vitest";
import { linesOf, messageOf } from "../../../src/idl/generate/fault.ts";

test("a file has one line, with its first fault and how many others there are", () => {
  const faults = ["x", "y", "x"].map((reason) => ({ source: "a.thrift", reason }));
  expect([...linesOf([...faults, { source: "b.thrift", reason: "z" }])]).toEqual([
    ["a.thrift", "FAIL a.thrift: x (and 1 more)"],
    ["b.thrift", "FAIL b.thrift: z"],
  ]);
});

test.each([
  [new RangeError("expected a,\n  got b"), "RangeError: expected a, | got b"],
  ["thrown text", "thrown text"],
])("says in one line what %s says", (error, line) => {
  expect(messageOf(error)).toBe(line);
});
