import { expect, test } from "vitest";
import { Source } from "../src/source.ts";

test.each<[text: string, offset: number, line: number, column: number]>([
  ["", 0, 1, 1],
  ["abc", 2, 1, 3],
  ["abc", 3, 1, 4],
  ["a\nb", 1, 1, 2],
  ["a\nb", 2, 2, 1],
  ["a\r\nb", 3, 2, 1],
  ["\n\n\n", 3, 4, 1],
  ["a\nbb\nccc\ndddd", 8, 3, 4],
])("finds the place in %j of offset %i", (text, offset, line, column) => {
  expect(new Source("a", text).position(offset)).toEqual({ line, column });
});
