import { limits } from "@seapink/core";
import { field, i32, list, map, string, struct, type StructType, union } from "@seapink/schema";
import * as typed from "@seapink/schema/gen1";
import { toJson } from "@seapink/schema/json";
import { expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const Shape = union("Shape", [field(1, "size", i32)]);
const All = struct("All", [
  field(1, "l", list(list(i32))),
  field(2, "m", map(string, i32)),
  field(3, "p", map(list(i32), i32)),
  field(4, "u", Shape),
  field(5, "s", string),
]);

test.each<[what: string, value: unknown]>([
  [
    "all",
    { l: [[1, 2], []], m: new Map([["a", 1]]), p: new Map([[[1], 2]]), u: { field: "size", value: 1 }, s: '{"\n' },
  ],
  ["nothing", { l: [], m: new Map(), p: new Map(), u: { field: undefined } }],
  ["no fields", {}],
])("the text of %s is indented as JSON.stringify does it", (_, value) => {
  const text = toJson(All, value);
  for (const space of [1, 2, 4])
    expect(toJson(All, value, { space })).toBe(JSON.stringify(JSON.parse(text), undefined, space));
  expect(toJson(All, value, { space: 0 })).toBe(JSON.stringify(JSON.parse(text)));
});

test.each([-1, 1.5, 101, Number.NaN, Number.POSITIVE_INFINITY])("%d is no space", (space) => {
  expect(() => toJson(string, "x", { space })).toThrow(
    new RangeError(`expected space from 0 to 100, got number ${space}`),
  );
});

test("the value must have the type that the descriptor knows", () => {
  const Point = typed.struct<{ x: number }>("Point", [field(1, "x", i32)]);
  expect(toJson(Point, { x: 1 })).toBe('{"x":1}');
  // @ts-expect-error: a field of another type
  expect(() => toJson(Point, { x: "1" })).toThrow('x: expected i32, got string "1"');
});

test("limits hold for the depth, so that a value that contains itself is refused", () => {
  const Node: StructType = struct("Node", () => [field(1, "next", Node)]);
  const value: { next?: unknown } = {};
  value.next = value;
  expect(refusal(() => toJson(Node, value))).toMatchObject({
    code: "depth_limit",
    path: Array(64).fill("next").join("."),
  });
});

test("limits hold for the length of the text", () => {
  const few = { limits: limits({ maxMessageBytes: 7 }) };
  expect(toJson(list(i32), [1, 2, 3], few)).toBe("[1,2,3]");
  expect(refusal(() => toJson(list(i32), [1, 2, 3, 4], few)).code).toBe("size_limit");
});
