import { expect, test } from "vitest";
import { excerptOf } from "../src/excerpt.ts";
import { Source } from "../src/source.ts";

function excerpt(text: string, start: number, end: number): string[] {
  return excerptOf(new Source("a", text), { start, end }).split("\n");
}

test("shows the line with carets under the span", () => {
  expect(excerpt("one\ntwo three\nfour", 8, 13)).toEqual(["2 | two three", "  |     ^^^^^"]);
});

test("makes room for the number of the line", () => {
  expect(excerpt(`${"\n".repeat(99)}x`, 99, 100)).toEqual(["100 | x", "    | ^"]);
});

test("shows a caret behind the line for what is missing there", () => {
  expect(excerpt("abc\r\ndef", 3, 4)).toEqual(["1 | abc", "  |    ^"]);
  expect(excerpt("", 0, 0)).toEqual(["1 | ", "  | ^"]);
});

test("ends the carets with the line", () => {
  expect(excerpt("ab cd\nef", 3, 8)).toEqual(["1 | ab cd", "  |    ^^"]);
});

test("shows a part of a long line", () => {
  const [line, carets] = excerpt(`${"x".repeat(1000)}!${"y".repeat(1000)}`, 1000, 1001) as [string, string];
  expect(line).toBe(`1 | …${"x".repeat(60)}!${"y".repeat(59)}`);
  expect(carets.indexOf("^")).toBe(line.indexOf("!"));
});

test("shows no characters that steer a terminal", () => {
  expect(excerpt("a\t\u001b[31mb\u202ec\0", 1, 2)).toEqual(["1 | a ?[31mb?c?", "  |  ^"]);
});
