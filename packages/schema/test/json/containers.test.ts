import {
  binary,
  bool,
  double,
  field,
  i16,
  i32,
  i64,
  i64Number,
  i8,
  list,
  map,
  set,
  string,
  struct,
  type Type,
  uuid,
} from "@seapink/schema";
import { fromJson, toJson } from "@seapink/schema/json";
import { describe, expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const Point = struct("Point", [field(1, "x", i32)]);
const id = "00112233-4455-6677-8899-aabbccddeeff";
const big = 9_007_199_254_740_993n;

describe("written, and read again", () => {
  test.each<[type: Type, value: unknown, text: string]>([
    [list(i32), [], "[]"],
    [list(list(i32)), [[], [1, 2], [3]], "[[],[1,2],[3]]"],
    [list(Point), [{ x: 1 }, {}], '[{"x":1},{}]'],
    [set(string), new Set(["a", "b"]), '["a","b"]'],
    [set(i64), new Set([1n, big]), "[1,9007199254740993]"],
    [map(string, i32), new Map(), "{}"],
    [
      map(string, i32),
      new Map([
        ["__proto__", 1],
        ["a \n b", 2],
        ["", 3],
      ]),
      '{"__proto__":1,"a \\n b":2,"":3}',
    ],
    [map(i8, bool), new Map([[-1, true]]), '{"-1":true}'],
    [map(i16, bool), new Map([[300, true]]), '{"300":true}'],
    [map(i32, bool), new Map([[0, false]]), '{"0":false}'],
    [map(i64, i64), new Map([[big, big]]), '{"9007199254740993":9007199254740993}'],
    [map(i64Number, i32), new Map([[5, 5]]), '{"5":5}'],
    [
      map(bool, list(i32)),
      new Map([
        [true, [1]],
        [false, []],
      ]),
      '{"true":[1],"false":[]}',
    ],
    [map(double, i32), new Map([[1.5, 1]]), "[[1.5,1]]"],
    [map(uuid, i32), new Map([[id, 1]]), `[["${id}",1]]`],
    [map(binary, i32), new Map([[Uint8Array.of(255), 1]]), '[["/w==",1]]'],
    [map(Point, Point), new Map([[{ x: 1 }, { x: 2 }]]), '[[{"x":1},{"x":2}]]'],
    [map(list(i32), map(string, i32)), new Map([[[1], new Map([["a", 1]])]]), '[[[1],{"a":1}]]'],
    [map(double, i32), new Map(), "[]"],
  ])("%o: %o as %s", (type, value, text) => {
    expect(toJson(type, value)).toBe(text);
    expect(fromJson(type, text)).toStrictEqual(value);
  });
});

test.each([[i64], [i64Number]])("%o: a key that is there as a number and as a bigint is refused", (key) => {
  const type = list(map(key, i32));
  expect(
    toJson(type, [
      new Map<unknown, number>([
        [1n, 1],
        [2, 2],
      ]),
    ]),
  ).toBe('[{"1":1,"2":2}]');
  for (const keys of [
    [1n, 1],
    [1, 1n],
  ]) {
    const twice = new Map<unknown, number>(keys.map((one, i) => [one, i]));
    expect(refusal(() => toJson(type, [new Map(), twice]))).toMatchObject({
      code: "invalid_data",
      message: "[1][1] (key): expected a key once, got it as a number and as a bigint",
    });
  }
});

test("a set takes an array, and what is in JSON twice counts once", () => {
  expect(toJson(set(i32), [1, 1])).toBe("[1,1]");
  expect(fromJson(set(i32), "[1,1,2]")).toStrictEqual(new Set([1, 2]));
});

test("pairs are read where an object is written", () => {
  expect(fromJson(map(string, i32), '[["a",1],["b",2]]')).toStrictEqual(
    new Map([
      ["a", 1],
      ["b", 2],
    ]),
  );
  expect(fromJson(map(i64, i32), `[[${big},1]]`)).toStrictEqual(new Map([[big, 1]]));
  expect(fromJson(map(string, i32), "[]")).toStrictEqual(new Map());
});

test.each<[type: Type, text: string, message: string]>([
  [list(i32), "{}", "expected list, got object"],
  [list(i32), '[1,"x"]', '[1]: expected i32, got string "x"'],
  [list(list(i32)), "[[],[1,null]]", "[1][1]: expected i32, got null"],
  [set(i32), "7", "expected set, got number 7"],
  [set(string), '["a",1]', "[1]: expected string, got number 1"],
  [map(string, i32), "7", "expected map, got number 7"],
  [map(string, i32), '{"a b":1,"c":"x"}', '["c"]: expected i32, got string "x"'],
  [map(string, i32), '{"a":1,"a":1}', '["a"]: expected a key once, got it twice'],
  [map(string, i32), '{"a":1,"\\u0061":1}', '["a"]: expected a key once, got it twice'],
  [map(string, i32), '[["a",1],["a",2]]', "[1]: expected a key once, got it twice"],
  [map(string, i32), '[["a"]]', "[0]: expected a key and a value in an array, got one"],
  [map(string, i32), '[["a",1,2]]', "[0]: expected a key and a value in an array, got more"],
  [map(string, i32), "[[]]", "[0]: expected a key and a value in an array, got none"],
  [map(string, i32), "[1]", "[0]: expected a key and a value in an array, got number 1"],
  [map(string, i32), "[[1,1]]", "[0][0]: expected string, got number 1"],
  [map(string, i32), '[["a","b"]]', '[0][1]: expected i32, got string "b"'],
  [map(double, i32), '{"1.5":1}', "expected map, got object"],
  [map(i32, i32), '{"x":1}', '["x"] (key): expected i32, got string "x"'],
  [map(i32, i32), '{"01":1}', '["01"] (key): expected i32, got string "01"'],
  [map(i32, i32), '{"":1}', '[""] (key): expected i32, got string ""'],
  [map(i8, i32), '{"128":1}', '["128"] (key): expected i8, got string "128"'],
  [map(i32, i32), '{"5":"x"}', '[5]: expected i32, got string "x"'],
  [
    map(i64, i32),
    '{"9223372036854775808":1}',
    '["9223372036854775808"] (key): expected i64, got string "9223372036854775808"',
  ],
  [map(i64, i32), '{"1":1,"1":2}', "[1]: expected a key once, got it twice"],
  [map(i64Number, i32), `{"${big}":1}`, `["${big}"] (key): expected i64, got string "${big}"`],
  [map(bool, i32), '{"yes":1}', '["yes"] (key): expected bool, got string "yes"'],
])("%o: refuses to read %s", (type, text, message) => {
  expect(refusal(() => fromJson(type, text))).toMatchObject({ code: "invalid_data", message });
});

test.each<[type: Type, value: unknown, message: string]>([
  [list(i32), new Set([1]), "expected list, got Set"],
  [list(i32), [1, "x"], '[1]: expected i32, got string "x"'],
  [set(i32), new Map(), "expected set, got Map"],
  [set(string), new Set(["a", 1]), "[1]: expected string, got number 1"],
  [map(string, i32), { a: 1 }, "expected map, got object"],
  [map(string, i32), new Map([["a b", "x"]]), '["a b"]: expected i32, got string "x"'],
  [map(string, i32), new Map([[1, 1]]), "[1] (key): expected string, got number 1"],
  [map(i32, i32), new Map([["x", 1]]), '["x"] (key): expected i32, got string "x"'],
  [map(i64, i32), new Map([[1.5, 1]]), "[1.5] (key): expected i64, got number 1.5"],
  [map(double, i32), new Map([["x", 1]]), '[0][0]: expected double, got string "x"'],
  [map(double, i32), new Map([[1, "x"]]), '[0][1]: expected i32, got string "x"'],
  [map(double, i32), [[1, 1]], "expected map, got array"],
])("%o: refuses to write %o", (type, value, message) => {
  expect(refusal(() => toJson(type, value))).toMatchObject({ code: "invalid_data", message });
});
