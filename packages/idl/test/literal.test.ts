import { expect, test } from "vitest";
import { cookDoc, cookInteger, cookString } from "../src/literal.ts";

test.each<[raw: string, value: string, unknown: number[]]>([
  ['""', "", []],
  [`"it's"`, "it's", []],
  [String.raw`'a\n\r\t\"\'\\b'`, "a\n\r\t\"'\\b", []],
  [String.raw`"\d\\d"`, String.raw`\d\d`, [1]],
  [String.raw`"a\x41é\é"`, String.raw`a\x41é\é`, [2, 7]],
  ['"', "", []],
  ['"open', "open", []],
  ["'open\\", "open\\", []],
])("cooks the string %s", (raw, value, unknown) => {
  const found: number[] = [];
  expect(cookString(raw, (at) => found.push(at))).toBe(value);
  expect(found).toEqual(unknown);
});

test.each<[raw: string, value: bigint | undefined]>([
  ["0", 0n],
  ["010", 10n],
  ["-7", -7n],
  ["+7", 7n],
  ["-0xFF", -255n],
  ["0X1f", 31n],
  ["9223372036854775808", 9223372036854775808n],
  ["9".repeat(101), undefined],
])("cooks the integer %s", (raw, value) => {
  expect(cookInteger(raw)).toBe(value);
});

test.each<[inner: string, text: string | undefined]>([
  ["", undefined],
  [" \n * \n ", undefined],
  [" One line. ", "One line."],
  ["\n * First.\n *   Indented.\n *\n * Last.\n ", "First.\n  Indented.\n\nLast."],
  ["\n   no stars\n   at all\n", "no stars\n   at all"],
  ["*** banner ***", "banner ***"],
])("cooks the doc comment %j", (inner, text) => {
  expect(cookDoc(inner)).toBe(text);
});
