import { enumType, map, string } from "@seapink/schema";
import { fromJson, toJson } from "@seapink/schema/json";
import { expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const Color = enumType("Color", { RED: 1, ROT: 1, GREEN: 2, ["__proto__"]: 3, constructor: 4, "7": 8 });

test.each<[value: number, text: string]>([
  [1, '"RED"'],
  [2, '"GREEN"'],
  [3, '"__proto__"'],
  [4, '"constructor"'],
  [5, "5"],
  [-1, "-1"],
  [8, "8"],
])("%i is %s", (value, text) => {
  expect(toJson(Color, value)).toBe(text);
  expect(fromJson(Color, text)).toBe(value);
});

test.each<[text: string, value: number]>([
  ["1", 1],
  ['"ROT"', 1],
  ["1e0", 1],
])("%s is read as %i", (text, value) => {
  expect(fromJson(Color, text)).toBe(value);
});

test.each<[text: string, message: string]>([
  ['"RDE"', 'expected a name of Color, got "RDE"; did you mean RED?'],
  ['"green"', 'expected a name of Color, got "green"; did you mean GREEN?'],
  ['"BLUE"', 'expected a name of Color, got "BLUE"'],
  ['"7"', 'expected a name of Color, got "7"'],
  ['"toString"', 'expected a name of Color, got "toString"'],
  ["2147483648", "expected enum Color, got number 2147483648"],
  ["true", "expected enum Color, got boolean true"],
  ["null", "expected enum Color, got null"],
])("%s is refused", (text, message) => {
  expect(refusal(() => fromJson(Color, text)).message).toBe(message);
});

test("a value that is no i32 is not written", () => {
  expect(refusal(() => toJson(Color, "RED")).message).toBe('expected enum Color, got string "RED"');
});

test("keys of maps are names, and numbers where there is none", () => {
  const type = map(Color, string);
  const value = new Map([
    [1, "a"],
    [3, "b"],
    [7, "c"],
  ]);
  const text = '{"RED":"a","__proto__":"b","7":"c"}';
  expect(toJson(type, value)).toBe(text);
  expect(fromJson(type, text)).toStrictEqual(value);
  expect(fromJson(type, '{"1":"a"}')).toStrictEqual(new Map([[1, "a"]]));
  expect(refusal(() => fromJson(type, '{"RED":"a","1":"b"}')).message).toBe("[1]: expected a key once, got it twice");
  expect(refusal(() => fromJson(type, '{"REDD":"a"}')).message).toBe(
    '["REDD"] (key): expected a name of Color, got "REDD"; did you mean RED?',
  );
});
