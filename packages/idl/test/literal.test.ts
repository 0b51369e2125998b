import { expect, test } from "vitest";
import type { IdlDialect } from "../src/dialect.ts";
import { type BadInteger, cookInteger, cookString } from "../src/literal.ts";

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

test.each<[dialect: IdlDialect, raw: string, value: string, unknown: [at: number, length: number][]]>([
  ["apache", String.raw`"\n\x41"`, String.raw`${"\n"}\x41`, [[3, 2]]],
  ["thriftgo", String.raw`"a\d\n\\\"\'"`, String.raw`a\d\n\\"\'`, []],
  ["thriftgo", String.raw`'\"\''`, String.raw`\"'`, []],
  ["fbthrift", String.raw`"\n\t\r\"\'\\"`, "\n\t\r\"'\\", []],
  ["fbthrift", String.raw`"\x41\u00e9\uD83D\uDE00"`, "Aé😀", []],
  ["fbthrift", String.raw`"\xe4\xBD\xa0!"`, "你!", []],
  ["fbthrift", String.raw`"a\xff\xfeb"`, String.raw`a\xff\xfeb`, [[2, 8]]],
  [
    "fbthrift",
    String.raw`"\x4 \u12 \d"`,
    String.raw`\x4 \u12 \d`,
    [
      [1, 2],
      [5, 2],
      [10, 2],
    ],
  ],
  ["fbthrift", '"a\\\nb\\\r\nc\nd"', "abc\nd", []],
])("cooks a string of %s: %s", (dialect, raw, value, unknown) => {
  const found: [number, number][] = [];
  expect(cookString(raw, (at, length) => found.push([at, length]), dialect)).toBe(value);
  expect(found).toEqual(unknown);
});

test.each<[raw: string, value: bigint | BadInteger]>([
  ["0", 0n],
  ["010", 10n],
  ["-7", -7n],
  ["+7", 7n],
  ["-0xFF", -255n],
  ["0X1f", 31n],
  ["0b101", 5n],
  ["-0o17", -15n],
  ["999999999999999", 999999999999999n],
  ["9999999999999999", 9999999999999999n],
  ["0xFFFFFFFFFFFFF", 0xfffffffffffffn],
  ["0xFFFFFFFFFFFFFF", 0xffffffffffffffn],
  ["9223372036854775808", 9223372036854775808n],
  ["9".repeat(101), "too long"],
])("cooks the integer %s", (raw, value) => {
  expect(cookInteger(raw)).toBe(value);
});

test.each<[raw: string, value: bigint | BadInteger]>([
  ["0", 0n],
  ["00", 0n],
  ["010", 8n],
  ["-017", -15n],
  ["10", 10n],
  ["0x10", 16n],
  ["08", "not octal"],
  [`0${"9".repeat(99)}`, "not octal"],
  [`0${"7".repeat(100)}`, "too long"],
])("cooks the integer %s where a leading zero says that it is octal", (raw, value) => {
  expect(cookInteger(raw, true)).toBe(value);
});
