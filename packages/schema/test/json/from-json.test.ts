import { limits } from "@seapink/core";
import { bool, double, field, i32, i64, list, map, string, struct, type StructType } from "@seapink/schema";
import * as typed from "@seapink/schema/gen1";
import { fromJson, fromJsonValues } from "@seapink/schema/json";
import { describe, expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const Point = typed.struct<{ x: number }>("Point", [field(1, "x", i32, { requiredness: "required" })]);
const Nested: StructType = struct("Nested", () => [field(1, "inner", Nested)]);
const nested = (depth: number): string => '{"inner":'.repeat(depth - 1) + "{}" + "}".repeat(depth - 1);

test("the value has the type that the descriptor knows", () => {
  const point = fromJson(Point, '{"x":1}');
  const x: number = point.x;
  // @ts-expect-error: there is no such field
  const y: unknown = point.y;
  expect([x, y]).toEqual([1, undefined]);
});

test("fields that are not known may be passed over, whatever they hold", () => {
  const other = '{"a":[1,-2.5e3,"\\"]}",true,false,null,{},[],{"b":{"c":[]}}]}';
  expect(fromJson(Point, `{"z":${other},"x":1,"y" : ${other} }`, { unknownFields: "skip" })).toStrictEqual({ x: 1 });
});

test("what is no text is a mistake of the program", () => {
  expect(() => fromJson(Point, { x: 1 } as unknown as string)).toThrow(
    new TypeError("expected JSON as text, got object"),
  );
});

describe("limits", () => {
  test("hold for the depth, of what is passed over too", () => {
    expect(() => fromJson(Nested, nested(64))).not.toThrow();
    expect(refusal(() => fromJson(Nested, nested(65))).code).toBe("depth_limit");
    const skipped = `{"x":1,"y":${"[".repeat(100_000)}`;
    expect(refusal(() => fromJson(Point, skipped, { unknownFields: "skip" })).code).toBe("depth_limit");
    expect(
      refusal(() => fromJson(list(list(i32)), "[[]]", { limits: limits({ maxDepth: 1 }), path: "l" })),
    ).toMatchObject({
      code: "depth_limit",
      message: "l[0]: expected at most 1 structs and containers inside each other",
    });
  });

  test("hold for the length of the text", () => {
    const few = { limits: limits({ maxMessageBytes: 7 }) };
    expect(fromJson(Point, '{"x":1}', few)).toStrictEqual({ x: 1 });
    expect(refusal(() => fromJson(Point, '{"x":11}', few)).code).toBe("size_limit");
    expect(refusal(() => [...fromJsonValues(i32, "1 2 3 4 5", few)]).code).toBe("size_limit");
  });

  test("hold for the elements, of which those that hold others count more", () => {
    const few = { limits: limits({ maxContainerElements: 8 }) };
    expect(fromJson(list(i32), "[1,2,3,4,5,6,7,8]", few)).toHaveLength(8);
    expect(refusal(() => fromJson(list(i32), "[1,2,3,4,5,6,7,8,9]", few))).toMatchObject({
      code: "size_limit",
      path: "[8]",
    });
    expect(refusal(() => fromJson(list(Point), '[{"x":1},{"x":2}]', few)).code).toBe("size_limit");
    expect(refusal(() => fromJson(map(string, list(i32)), '{"a":[],"b":[]}', few)).code).toBe("size_limit");
    expect(refusal(() => fromJson(map(double, list(i32)), "[[1,[]],[2,[]]]", few)).code).toBe("size_limit");
    expect([...fromJsonValues(list(bool), "[true,true,true,true,true] [true,true,true,true,true]", few)]).toHaveLength(
      2,
    );
  });
});

describe("several values", () => {
  test.each<[text: string, values: readonly unknown[]]>([
    ["", []],
    [" \n", []],
    ["[1]", [[1n]]],
    ["[1]\n[2,3]\r\n\n[]\n", [[1n], [2n, 3n], []]],
    ["[1][2] [3]", [[1n], [2n], [3n]]],
  ])("%j", (text, values) => {
    expect([...fromJsonValues(list(i64), text)]).toStrictEqual(values);
  });

  test("come before the error of the one behind them, whose path has its index", () => {
    const values = fromJsonValues(list(i64), '[1] [2] [3,"x"]', { path: "items" });
    expect([values.next().value, values.next().value]).toStrictEqual([[1n], [2n]]);
    expect(refusal(() => values.next())).toMatchObject({
      message: 'items[2][1]: expected i64, got string "x"',
      path: "items[2][1]",
    });
  });

  test("have the type that the descriptor knows", () => {
    for (const { x } of fromJsonValues(Point, '{"x":1}')) expect(x satisfies number).toBe(1);
  });

  test("are told apart by the line of what is no JSON", () => {
    expect(refusal(() => [...fromJsonValues(list(i64), "[1]\n[2]\n[3")]).message).toBe(
      'line 3, column 3: expected "," or "]", got the end of the text',
    );
  });
});

test("a type that cannot be compiled is refused each time", () => {
  const type = struct("S", [field(1, "a", { kind: "other" } as never)]);
  for (let i = 0; i < 2; i++) expect(() => fromJson(type, '{"a":1}')).toThrow(TypeError);
});
