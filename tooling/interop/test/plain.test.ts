import {
  binary,
  bool,
  double,
  enumType,
  exception,
  field,
  i32,
  i64,
  list,
  map,
  set,
  string,
  struct,
  type Type,
  union,
} from "@seapink/schema";
import { expect, test } from "vitest";
import { fromPlain } from "../src/from-plain.ts";
import { normal } from "../src/normal.ts";
import type { Plain } from "../src/plain.ts";
import { toPlain } from "../src/to-plain.ts";

const point = struct("Point", [field(1, "x", i32), field(2, "y", i32)]);
const either = union("Either", [field(1, "number", i32), field(2, "text", string)]);

test.each<[string, Type, unknown, Plain]>([
  ["bool", bool, true, true],
  ["i64", i64, 2n ** 63n - 1n, "9223372036854775807"],
  ["double", double, 1.5, 1.5],
  ["NaN", double, Number.NaN, "NaN"],
  ["infinity", double, Number.NEGATIVE_INFINITY, "-Infinity"],
  ["minus zero", double, -0, "-0"],
  ["binary", binary, new Uint8Array([0, 255]), "AP8="],
  ["enum", enumType("E", { A: 1 }), 7, 7],
  ["list", list(i64), [1n], ["1"]],
  ["set", set(string), new Set(["a"]), ["a"]],
  ["map", map(point, i64), new Map([[{ x: 1 }, 2n]]), [[{ x: 1 }, "2"]]],
  ["struct with an absent field", point, { y: 2 }, { y: 2 }],
  ["union", either, { field: "text", value: "a" }, { text: "a" }],
])("%s is plain and comes back", (_, type, value, plain) => {
  expect(toPlain(type, value)).toEqual(plain);
  expect(fromPlain(type, plain)).toEqual(value);
});

test("an exception is plain by its fields, and comes back as its class", () => {
  const type = exception("Broken", [field(1, "code", i32)]);
  const made = fromPlain(type, { code: 3 });
  expect(made).toBeInstanceOf(type.construct);
  expect(toPlain(type, made)).toEqual({ code: 3 });
});

test.each<[string, Type, Plain, string]>([
  ["a list that is none", list(i32), 1, "expected an array, got 1"],
  ["a pair that is none", map(i32, i32), [[1]], "expected a pair, got less"],
  ["a struct that is none", point, [], "expected an object, got []"],
  ["a field that is not there", point, { z: 1 }, "expected a field of the struct, got z"],
  ["a union without a field", either, {}, "expected one field in a union, got none"],
])("refuses %s", (_, type, plain, message) => {
  expect(() => fromPlain(type, plain)).toThrow(new TypeError(message));
});

test.each<[string, Type, Plain, Plain]>([
  ["fields in another order", point, { y: 1, x: 2 }, { x: 2, y: 1 }],
  ["elements of a set in another order", set(i32), [3, 1, 2], [1, 2, 3]],
  [
    "entries of a map in another order",
    map(string, set(i32)),
    [
      ["b", [2, 1]],
      ["a", []],
    ],
    [
      ["a", []],
      ["b", [1, 2]],
    ],
  ],
])("%s are the same", (_, type, given, same) => {
  expect(JSON.stringify(normal(type, given))).toBe(JSON.stringify(normal(type, same)));
});

test.each<[string, Type, Plain, Plain]>([
  ["elements of a list in another order", list(i32), [2, 1], [1, 2]],
  ["a field more", point, { x: 1, z: 2 }, { x: 1 }],
  ["a field less", point, { x: 1 }, { x: 1, y: 0 }],
])("%s are another", (_, type, given, other) => {
  expect(JSON.stringify(normal(type, given))).not.toBe(JSON.stringify(normal(type, other)));
});
