import { expect, test } from "vitest";
import { median } from "../src/median.ts";

test.each([
  [[5], 5],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[10, 9, 100, 8], 9.5],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("there is none of nothing", () => {
  expect(() => median([])).toThrow(RangeError);
});
