import { defaultLimits, limits } from "@seapink/core";
import {
  binary,
  double,
  enumType,
  field,
  i32,
  i64,
  i64Number,
  list,
  map,
  set,
  string,
  struct,
  type Type,
} from "@seapink/schema";
import { fromJson, toJson } from "@seapink/schema/json";
import { describe, expect, test } from "vitest";
import { collidingIds } from "../colliding.ts";
import { refusal } from "./refusal.ts";

const All = struct("All", [
  field(1, "s", string),
  field(2, "d", double),
  field(3, "i", i32),
  field(4, "l", i64),
  field(5, "b", binary),
  field(6, "m", map(string, string)),
  field(7, "n", map(i64, i32)),
  field(8, "e", enumType("E", { RED: 1 })),
]);

const million = 1_000_000;
// What took time by the square of its length would take minutes.
describe("a text of a million characters is read or refused in time", () => {
  test.each<[what: string, text: string, message: RegExp | undefined]>([
    ["of escapes", `{"s":"${"\\n".repeat(million)}"}`, undefined],
    ["of escapes of six", `{"s":"${"\\u0000".repeat(million)}"}`, undefined],
    ["of escaped quotes without an end", `{"s":"${'\\"'.repeat(million)}`, /the end of a string/],
    [
      "of escapes of which the last is none",
      `{"s":"${"\\n".repeat(million)}\\q"}`,
      /column 2000007: expected an escape/,
    ],
    ["of halves of pairs", `{"s":"${"\ud800".repeat(million)}"}`, /^s: expected well-formed text/],
    ["of backslashes", `{"s":"${"\\".repeat(million)}`, /the end of a string/],
    ["of space", " ".repeat(million), /column 1000001: expected a value/],
    ["of lines", "\n".repeat(million), /^line 1000001, column 1: expected a value/],
    ["of digits for a double", `{"d":${"9".repeat(million)}}`, /^d: expected double, got number 9{40}$/],
    ["of digits after a point", `{"d":0.${"1".repeat(million)}}`, undefined],
    ["of digits for an i32", `{"i":${"9".repeat(million)}}`, /^i: expected i32, got number 9{40}$/],
    ["of digits for an i64", `{"l":${"9".repeat(million)}}`, /^l: expected i64, got number 9{40}$/],
    ["of digits in quotes", `{"l":"${"9".repeat(million)}"}`, /^l: expected i64, got string "9{40}"$/],
    ["of zeros in quotes", `{"l":"${"0".repeat(million)}"}`, /^l: expected i64/],
    ["of zeros and ones for an i64", `{"l":1.${"0001".repeat(million / 4)}}`, /^l: expected i64, got number/],
    ["of zeros behind a point", `{"l":1.${"0".repeat(million)}}`, undefined],
    ["of an exponent", `{"l":1e${"9".repeat(million)}}`, /^l: expected i64, got number/],
    ["of zeros for an exponent", `{"l":1e${"0".repeat(million)}1}`, undefined],
    ["of digits as a key", `{"n":{"${"9".repeat(million)}":1}}`, /^n\["9{40}"\] \(key\): expected i64/],
    ["of a name", `{"${"x".repeat(million)}":1}`, /^\["x{40}"\]: expected a field of All, got "x{40}"$/],
    ["of a name of an enum", `{"e":"${"x".repeat(million)}"}`, /^e: expected a name of E, got "x{40}"$/],
    ["of base64", `{"b":"${"AAAA".repeat(million / 4)}"}`, undefined],
    ["of base64 that is none at its end", `{"b":"${"AAAA".repeat(million / 4)}?"}`, /^b: expected binary as base64/],
    ["of brackets", "[".repeat(million), /expected struct All, got array/],
    ["of keys", `{"m":{${Array.from({ length: 100_000 }, (_, i) => `"${i}":""`).join()}}}`, undefined],
  ])("%s", (_, text, message) => {
    if (message === undefined) expect(() => fromJson(All, text)).not.toThrow();
    else expect(refusal(() => fromJson(All, text)).message).toMatch(message);
  });
});

test("a million fields that are not known are passed over in time", () => {
  const text = `{${Array.from({ length: million / 10 }, (_, i) => `"x${i}":[]`).join()}}`;
  expect(fromJson(All, text, { unknownFields: "skip" })).toStrictEqual({});
});

test("a suggestion is sought in time", () => {
  const type = struct(
    "Wide",
    Array.from({ length: 10_000 }, (_, i) => field(i, `${"a".repeat(60)}${i}`, i32)),
  );
  expect(refusal(() => fromJson(type, `{"${"a".repeat(million)}":1}`)).message).not.toMatch("did you mean");
});

test("strings of a million escapes are written in time", () => {
  const value = { s: '"\n\u0001'.repeat(million) };
  expect(fromJson(All, toJson(All, value))).toStrictEqual(value);
});

describe("keys that hash alike", () => {
  const ids = collidingIds(20_000);

  test.each<[type: Type, text: string]>([
    [set(i64), `[${ids.join()}]`],
    [set(i64), `[${ids.map((id) => `"${id}"`).join()}]`],
    [map(i64, i32), `{${ids.map((id) => `"${id}":1`).join()}}`],
    [map(i64, i32), `[${ids.map((id) => `[${id},1]`).join()}]`],
  ])("%o: are refused", (type, text) => {
    expect(refusal(() => fromJson(type, text, { path: "ids" }))).toMatchObject({ code: "size_limit", path: /^ids/ });
  });

  test.each([255, 256, 257, 512, 513, 5000])("and %i that do not are taken", (size) => {
    const honest = Array.from({ length: size }, (_, i) => BigInt(i));
    expect(fromJson(set(i64), `[${honest.join()}]`)).toStrictEqual(new Set(honest));
    const type = map(i64Number, i32);
    const value = new Map(honest.map((id) => [Number(id), 1]));
    expect(fromJson(type, toJson(type, value))).toStrictEqual(value);
  });

  test("one of many that comes twice is refused", () => {
    const many = Array.from({ length: 1000 }, (_, i) => `"${i}":1`);
    expect(refusal(() => fromJson(map(i32, i32), `{${[...many, ...many.slice(-1)].join()}}`)).message).toBe(
      "expected each key once, got one twice",
    );
    const pairs = Array.from({ length: 1000 }, (_, i) => `[${i % 999},1]`);
    expect(refusal(() => fromJson(map(i32, i32), `[${pairs.join()}]`)).message).toBe(
      "expected each key once, got one twice",
    );
  });
});

test("no more is made than the elements that the limit allows", () => {
  const text = `[${"[],".repeat(1000)}[]]`;
  const few = { limits: limits({ maxContainerElements: 1000 }) };
  expect(fromJson(list(list(i32)), text, { limits: defaultLimits })).toHaveLength(1001);
  expect(refusal(() => fromJson(list(list(i32)), text, few))).toMatchObject({ code: "size_limit", path: "[125]" });
});
