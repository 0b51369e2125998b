import { describe, expect, test } from "vitest";
import { declarations } from "./text-of.ts";

const types = `
  enum Color { RED = 1, CRIMSON = 1, BLUE = 2 } struct Point { 1: required i32 x 2: i32 y = 7 3: Color color }
  union Shape { 1: Point point 2: string text } exception Lost { 1: string where } exception Void {}`;

describe("a constant is written as it would be by hand", () => {
  test.for([
    ["i64", "5", "bigint = 5n"],
    ["i32", "0x10", "number = 16"],
    ["bool", "1", "boolean = true"],
    ["double", "1e21", "number = 1e21"],
    ["double", "-0.0", "number = -0"],
    ["string", `'say "so"'`, "string = 'say \"so\"'"],
    ["binary", '"ab"', "Uint8Array = Uint8Array.of(97, 98)"],
    ["Color", "Color.CRIMSON", "Color = Color.CRIMSON"],
    ["Color", "2", "Color = Color.BLUE"],
    ["list<Color>", "[Color.BLUE]", "Color[] = [Color.BLUE]"],
    ["set<i32>", "[]", "Set<number> = new Set<number>()"],
    ["map<string, i32>", '{"a": 1}', 'Map<string, number> = new Map<string, number>([["a", 1]])'],
    ["Point", '{"x": 1, "color": Color.RED}', "Point = { x: 1, y: 7, color: Color.RED }"],
    ["Point", '{"x": 1}', "{ x: number; y?: number | undefined } = { x: 1, y: 7 }"],
    [
      "list<Point>",
      '[{"x": 1}, {"x": 2, "color": 1}]',
      "{ x: number; y?: number | undefined; color?: Color | undefined }[] = [\n  { x: 1, y: 7 },\n  { x: 2, y: 7, color: Color.RED },\n]",
    ],
    ["list<Point>", "[]", "Point[] = []"],
    [
      "map<i32, Point>",
      '{1: {"x": 1}}',
      "Map<number, { x: number; y?: number | undefined }> = new Map<\n  number,\n  { x: number; y?: number | undefined }\n>([[1, { x: 1, y: 7 }]])",
    ],
    [
      "Shape",
      '{"point": {"x": 1}}',
      '{ field: "point"; value: { x: number; y?: number | undefined } } | { field: "text"; value: string } | t.UnknownField =\n  { field: "point", value: { x: 1, y: 7 } }',
    ],
    ["Shape", '{"text": "a"}', 'Shape = { field: "text", value: "a" }'],
    ["Lost", '{"where": "a"}', 'Lost = new Lost({ where: "a" })'],
    ["Lost", "{}", 'Omit<Lost, "where"> = new Lost({} as Lost)'],
    ["Void", "{}", "Void = new Void()"],
    ["list<i32>", "[ONE, 2, ONE]", "number[] = [ONE, 2, ONE]"],
    ["double", "ONE", "number = 1"],
  ] as const)("%s: %s", ([type, value, expected]) => {
    const idl = `${types} const i32 ONE = 1 const ${type} A = ${value}`;
    expect(declarations(idl, "export const A:")).toStrictEqual([`export const A: ${expected};`]);
  });
});

test("a default is nobody else's, and names what cannot change", () => {
  const idl = `${types} const i32 ONE = 1 const Color C = Color.BLUE const list<i32> ONES = [ONE] const binary B = "a"
    const Point P = {"x": ONE, "color": C}
    struct S { 1: list<i32> a = ONES 2: i32 b = ONE 3: Color c = C 4: Point d = P 5: list<Point> e = [P] 6: binary f = B }`;
  const [text] = declarations(idl, "export const S:");
  expect(text?.match(/(?<=default: ).*(?= \})/g)).toStrictEqual([
    "[ONE]",
    "ONE",
    "C",
    "{ x: ONE, y: 7, color: C }",
    "[{ x: ONE, y: 7, color: C }]",
    "Uint8Array.of(97)",
  ]);
  expect(declarations(idl, "export interface S")[0]).toContain("@defaultValue `ONES`");
});

test("bytes beyond a line's fill lines", () => {
  const [text] = declarations(`const binary A = "${"x".repeat(40)}"`, "export const A:");
  expect(text?.split("\n")).toHaveLength(4);
  expect(text).toMatch(/^export const A: Uint8Array = Uint8Array\.from\(\[\n {2}120, 120, /);
});

test("a constant stands behind those that it names", () => {
  const idl = "const list<i32> A = [B, 1] const i32 B = C const i32 C = 5 const i32 D = 6";
  expect(declarations(idl, "export const")).toStrictEqual([
    "export const C: number = 5;",
    "export const B: number = C;",
    "export const A: number[] = [B, 1];",
    "export const D: number = 6;",
  ]);
});
