import { field, i32, list, string, struct, union } from "@seapink/schema";
import { fromJson, toJson } from "@seapink/schema/json";
import { expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const Shape = union("Shape", [field(1, "size", i32), field(2, "names", list(string))]);
const Inner = struct("Inner", [field(1, "shape", Shape)]);

test.each<[value: unknown, text: string]>([
  [{ field: "size", value: 5 }, '{"size":5}'],
  [{ field: "names", value: ["a"] }, '{"names":["a"]}'],
])("%o is %s", (value, text) => {
  expect(toJson(Shape, value)).toBe(text);
  expect(fromJson(Shape, text)).toStrictEqual(value);
});

test("what a newer peer has sent is an empty object, which is not read", () => {
  expect(toJson(Inner, { shape: { field: undefined } })).toBe('{"shape":{}}');
  expect(refusal(() => fromJson(Inner, '{"shape":{}}')).message).toBe("shape: expected one field of Shape, got none");
});

test("a field that is not known is one of a newer peer, where such are passed over", () => {
  const skip = { unknownFields: "skip" } as const;
  expect(fromJson(Shape, '{"newer":[1,{"a":2}]}', skip)).toStrictEqual({ field: undefined, value: undefined });
  expect(fromJson(Shape, '{"newer":1,"size":5}', skip)).toStrictEqual({ field: "size", value: 5 });
  expect(refusal(() => fromJson(Shape, "{}", skip)).message).toBe("expected one field of Shape, got none");
});

test.each<[text: string, message: string]>([
  ["5", "expected union Shape, got number 5"],
  ['{"size":1,"names":[]}', "expected one field of Shape, got size and names"],
  ['{"size":1,"size":1}', "expected one field of Shape, got size and size"],
  ['{"size":null}', "size: expected i32, got null"],
  ['{"names":["a",1]}', "names[1]: expected string, got number 1"],
  ['{"nmaes":[]}', 'nmaes: expected a field of Shape, got "nmaes"; did you mean names?'],
])("%s is refused", (text, message) => {
  expect(refusal(() => fromJson(Shape, text))).toMatchObject({ code: "invalid_data", message });
});

test.each<[value: unknown, message: string]>([
  [null, "expected union Shape, got null"],
  [{ field: "other", value: 1 }, 'expected the name of a field in "field", got string "other"'],
  [{ field: "size", value: "x" }, 'size: expected i32, got string "x"'],
])("%o is not written", (value, message) => {
  expect(refusal(() => toJson(Shape, value))).toMatchObject({ code: "invalid_data", message });
});
