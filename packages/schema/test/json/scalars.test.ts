import {
  binary,
  bool,
  double,
  float,
  i16,
  i32,
  i64,
  i64Number,
  i8,
  type ScalarType,
  string,
  uuid,
} from "@seapink/schema";
import { fromJson, toJson } from "@seapink/schema/json";
import { describe, expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const id = "00112233-4455-6677-8899-aabbccddeeff";

describe("written, and read again", () => {
  test.each<[type: ScalarType, value: unknown, text: string]>([
    [bool, true, "true"],
    [bool, false, "false"],
    [i8, -128, "-128"],
    [i8, 127, "127"],
    [i16, -32_768, "-32768"],
    [i32, 0, "0"],
    [i32, 2_147_483_647, "2147483647"],
    [i32, -2_147_483_648, "-2147483648"],
    [i64, 0n, "0"],
    [i64, 999_999_999_999_999n, "999999999999999"],
    [i64, 9_007_199_254_740_993n, "9007199254740993"],
    [i64, 2n ** 63n - 1n, "9223372036854775807"],
    [i64, -(2n ** 63n), "-9223372036854775808"],
    [i64Number, -9_007_199_254_740_991, "-9007199254740991"],
    [double, 0, "0"],
    [double, -0, "-0"],
    [double, 1.5, "1.5"],
    [double, -0.1, "-0.1"],
    [double, 0.1 + 0.2, "0.30000000000000004"],
    [double, 2 ** 53, "9007199254740992"],
    [double, 1e21, "1e+21"],
    [double, 5e-324, "5e-324"],
    [double, Number.MAX_VALUE, "1.7976931348623157e+308"],
    [double, Number.NaN, '"NaN"'],
    [double, Number.POSITIVE_INFINITY, '"Infinity"'],
    [double, Number.NEGATIVE_INFINITY, '"-Infinity"'],
    [float, Math.fround(0.1), "0.1"],
    [float, Math.fround(16_777_217), "16777216"],
    [float, Math.fround(3.402_823_4e38), "3.4028234663852886e+38"],
    [float, Math.fround(1.234_567_9), "1.2345679"],
    [float, -0, "-0"],
    [float, Number.NaN, '"NaN"'],
    [float, Number.NEGATIVE_INFINITY, '"-Infinity"'],
    [string, "", '""'],
    [string, "__proto__", '"__proto__"'],
    [string, 'a "b" \\ /', '"a \\"b\\" \\\\ /"'],
    [string, "\b\f\n\r\t\0\u001f", '"\\b\\f\\n\\r\\t\\u0000\\u001f"'],
    [string, "\u007f\u2028\u2029é🔑", '"\u007f\u2028\u2029é🔑"'],
    [string, "x".repeat(1000), `"${"x".repeat(1000)}"`],
    [string, `${"x".repeat(1000)}\n`, `"${"x".repeat(1000)}\\n"`],
    [binary, new Uint8Array(), '""'],
    [binary, Uint8Array.of(0xfb), '"+w=="'],
    [binary, Uint8Array.of(0xfb, 0xff), '"+/8="'],
    [binary, Uint8Array.of(0xfb, 0xff, 0), '"+/8A"'],
    [uuid, id, `"${id}"`],
  ])("%o: %o as %s", (type, value, text) => {
    expect(toJson(type, value)).toBe(text);
    expect(fromJson(type, text)).toStrictEqual(value);
  });
});

describe("read as well", () => {
  test.each<[type: ScalarType, text: string, value: unknown]>([
    [i32, "\t\n\r 7 ", 7],
    [i32, "-0", 0],
    [i32, "1e3", 1000],
    [i32, "1.0", 1],
    [i32, "120000e-4", 12],
    [i32, "0e999999999999999999999", 0],
    [i32, `1${"0".repeat(40)}E-40`, 1],
    [i8, "-1.28e+2", -128],
    [i64, '"9007199254740993"', 9_007_199_254_740_993n],
    [i64, '"-9223372036854775808"', -(2n ** 63n)],
    [i64, "9.223372036854775807e18", 2n ** 63n - 1n],
    [i64, "1e18", 10n ** 18n],
    [i64Number, '"12"', 12],
    [double, "1e3", 1000],
    [double, "0.0000000000000000000000001", 1e-25],
    [double, "123456789012345678901234567890", 123_456_789_012_345_680_000_000_000_000],
    [double, "1e-400", 0],
    [double, "-0.0", -0],
    [float, "0.1000000001", Math.fround(0.1)],
    [string, '"\\u00e9\\/\\ud83d\\udd11"', "é/🔑"],
    [string, '"\ud83d\\udd11"', "🔑"],
    [binary, '"-_8"', Uint8Array.of(0xfb, 0xff)],
    [binary, '"+w"', Uint8Array.of(0xfb)],
    [binary, '"\\/\\/8="', Uint8Array.of(0xff, 0xff)],
    [uuid, `"${id.toUpperCase()}"`, id],
  ])("%o: %s as %o", (type, text, value) => {
    expect(fromJson(type, text)).toStrictEqual(value);
  });
});

test.each<[type: ScalarType, text: string, message: string]>([
  [bool, "1", "expected bool, got number 1"],
  [bool, '"true"', 'expected bool, got string "true"'],
  [bool, "null", "expected bool, got null"],
  [i8, "128", "expected i8, got number 128"],
  [i8, "-129", "expected i8, got number -129"],
  [i16, "32768", "expected i16, got number 32768"],
  [i32, "2147483648", "expected i32, got number 2147483648"],
  [i32, "4294967296", "expected i32, got number 4294967296"],
  [i32, "1.5", "expected i32, got number 1.5"],
  [
    i32,
    "1.00000000000000000000000000000000000000001",
    "expected i32, got number 1.00000000000000000000000000000000000000",
  ],
  [i32, "1e-1", "expected i32, got number 1e-1"],
  [i32, "1e99999999999999999999", "expected i32, got number 1e99999999999999999999"],
  [i32, '"1"', 'expected i32, got string "1"'],
  [i32, "[1]", "expected i32, got array"],
  [i32, "{}", "expected i32, got object"],
  [i64, "9223372036854775808", "expected i64, got number 9223372036854775808"],
  [i64, "-9223372036854775809", "expected i64, got number -9223372036854775809"],
  [i64, '"9223372036854775808"', 'expected i64, got string "9223372036854775808"'],
  [i64, '"x"', 'expected i64, got string "x"'],
  [i64, '""', 'expected i64, got string ""'],
  [i64, '"0x10"', 'expected i64, got string "0x10"'],
  [i64, '" 1"', 'expected i64, got string " 1"'],
  [i64, '"01"', 'expected i64, got string "01"'],
  [i64, '"1e3"', 'expected i64, got string "1e3"'],
  [i64, "false", "expected i64, got boolean false"],
  [i64Number, "9007199254740993", "expected an i64 that a number can hold, got number 9007199254740993"],
  [i64Number, '"9007199254740993"', 'expected an i64 that a number can hold, got string "9007199254740993"'],
  [double, "1e999", "expected double, got number 1e999"],
  [double, '"nan"', 'expected double, got string "nan"'],
  [double, '"1"', 'expected double, got string "1"'],
  [float, "1e39", "expected float, got number 1e39"],
  [string, "1", "expected string, got number 1"],
  [string, '"\\ud800"', 'expected well-formed text, got a lone surrogate in string "\\ud800"'],
  [string, '"\ud800"', 'expected well-formed text, got a lone surrogate in string "\\ud800"'],
  [binary, '"+w="', 'expected binary as base64, got string "+w="'],
  [binary, '"+w==="', 'expected binary as base64, got string "+w==="'],
  [binary, '"+/8 "', 'expected binary as base64, got string "+/8 "'],
  [binary, '"+x=="', 'expected binary as base64, got string "+x=="'],
  [binary, '"="', 'expected binary as base64, got string "="'],
  [binary, '"+w=w"', 'expected binary as base64, got string "+w=w"'],
  [binary, '"é+/w"', 'expected binary as base64, got string "é+/w"'],
  [binary, "[]", "expected binary as base64, got array"],
  [uuid, `"${id}0"`, `expected uuid, got string "${id}0"`],
  [uuid, "1", "expected uuid, got number 1"],
])("%o: refuses to read %s", (type, text, message) => {
  const error = refusal(() => fromJson(type, text));
  expect(error).toMatchObject({ code: "invalid_data", message, mayHaveRun: false });
  expect(error.offset).toBeGreaterThanOrEqual(0);
});

test.each<[type: ScalarType, value: unknown, message: string]>([
  [bool, 1, "expected bool, got number 1"],
  [i8, 128, "expected i8, got number 128"],
  [i16, -32_769, "expected i16, got number -32769"],
  [i32, 1.5, "expected i32, got number 1.5"],
  [i32, 1n, "expected i32, got bigint 1"],
  [i32, Number.NaN, "expected i32, got number NaN"],
  [i64, 2n ** 63n, "expected i64, got bigint 9223372036854775808"],
  [i64, 2 ** 53, "expected i64, got number 9007199254740992"],
  [double, "1", 'expected double, got string "1"'],
  [float, null, "expected float, got null"],
  [float, 1e300, "expected float, got number 1e+300"],
  [i64Number, 9_007_199_254_740_993n, "expected an i64 that a number can hold, got bigint 9007199254740993"],
  [i64Number, 2 ** 53, "expected i64, got number 9007199254740992"],
  [string, undefined, "expected string, got undefined"],
  [string, "\ud800", 'expected well-formed text, got a lone surrogate in string "\\ud800"'],
  [binary, [1], "expected binary, got array"],
  [uuid, "x", 'expected uuid, got string "x"'],
])("%o: refuses to write %o", (type, value, message) => {
  expect(refusal(() => toJson(type, value))).toMatchObject({
    code: "invalid_data",
    message,
    offset: -1,
    mayHaveRun: false,
  });
});

test.each<[type: ScalarType, value: unknown, text: string]>([
  [i32, -0, "0"],
  [i64, 5, "5"],
  [i64Number, 5n, "5"],
  [float, 0.1, "0.1"],
  [uuid, id.toUpperCase(), `"${id}"`],
])("%o: %o is written as %s", (type, value, text) => {
  expect(toJson(type, value)).toBe(text);
});
