import { compile } from "@seapink/idl";
import { binary } from "@seapink/protocol-binary";
import { decode, encode, field, type Fieldset, i64Number, list, type Type } from "@seapink/schema";
import * as define from "@seapink/schema";
import { expect, test } from "vitest";
import { countValues } from "../../src/sample/count-values.ts";
import { sampleOf } from "../../src/sample/sample-of.ts";

function typeOf(text: string, name: string): Fieldset {
  return compile({ "a.thrift": text }).type(name) as Fieldset;
}

const kinds = `
  enum Color { GREEN = 3, RED = 1 }
  enum Empty {}
  struct Inner { 1: required i32 x, 2: optional string label }
  union Shape { 1: Inner inner, 2: string text }
  exception Lost { 1: string name, 2: i32 code }
  struct All {
    1: bool yes, 2: i8 tiny, 3: i16 small, 4: i32 whole, 5: i64 large, 6: double part, 7: string text, 8: binary bytes,
    9: uuid id, 10: list<string> names, 11: set<i32> numbers, 12: map<string, Inner> byName, 13: Color color,
    14: Empty empty, 15: Shape shape, 16: Lost lost, 17: optional Inner inner, 18: list<list<Shape>> deep,
    19: i32 __proto__, 20: map<Inner, list<bool>> byInner,
  }`;

test("has a value for each kind of type, and strings that say where they are", () => {
  const type = typeOf(kinds, "All");
  const sample = sampleOf(type) as Readonly<Record<string, unknown>>;
  const inner = { x: 1, label: "label" };
  expect(sample).toMatchObject({
    yes: true,
    tiny: 1,
    small: 1,
    whole: 1,
    large: 1n,
    part: 1.5,
    text: "text",
    bytes: new TextEncoder().encode("bytes"),
    id: "123e4567-e89b-12d3-a456-426614174000",
    names: ["names"],
    numbers: new Set([1]),
    byName: new Map([["byName", inner]]),
    color: 3,
    empty: 0,
    shape: { field: "inner", value: inner },
    lost: { name: "name", code: 1 },
    inner,
    deep: [[{ field: "inner", value: inner }]],
    byInner: new Map([[inner, [true]]]),
  });
  expect(sample["lost"]).toBeInstanceOf(Error);
  expect(Object.getOwnPropertyDescriptor(sample, "__proto__")?.value).toBe(1);
  expect(decode(type, encode(type, sample, binary()), binary())).toEqual(sample);
});

test("is the same each time", () => {
  const type = typeOf(kinds, "All");
  expect(sampleOf(type)).toEqual(sampleOf(type));
});

test("takes numbers for i64 where the descriptor says so, and the name that it is given", () => {
  expect(sampleOf(i64Number)).toBe(1);
  expect(sampleOf(list(define.string), { name: "get" })).toEqual(["get"]);
});

test("uses defaults, the empty ones included", () => {
  const text = `
    struct Point { 1: i32 x = 5, 2: optional i32 y = 0 }
    struct Page {
      1: string title = "", 2: required list<i32> marks = [1, 2], 3: Point at = { "x": 7 }, 4: optional set<string> tags = [],
    }`;
  const type = typeOf(text, "Page");
  const sample = sampleOf(type);
  expect(sample).toEqual({ title: "", marks: [1, 2], at: { x: 7, y: 0 }, tags: new Set() });
  expect(decode(type, encode(type, sample, binary()), binary())).toEqual(sample);
});

const hundred = Array.from({ length: 100 }, (_, i) => i);

/** Each of a hundred structs has all of them. */
const wide = hundred
  .map((i) => `struct S${i} { ${hundred.map((j) => `${j + 1}: optional list<S${j}> f${j}`).join(", ")} }`)
  .join("\n");

/** No field may be left out of the first fields of the unions, whose values would double with each. */
const doubling = hundred
  .map(
    (i) =>
      `union U${i} { 1: D${i} both, 2: i32 end } struct D${i} { 1: required U${i + 1} a, 2: required U${i + 1} b }`,
  )
  .concat("union U100 { 1: i32 end }")
  .join("\n");

const largeDefault = `const list<i32> MANY = [${hundred.concat(hundred, hundred).join(", ")}]
  struct Node { 1: list<i32> many = MANY, 2: i32 after, 3: required list<i32> again = MANY }`;

test.each<[what: string, text: string, name: string, expected: unknown]>([
  ["a list of itself", "struct Node { 1: list<Node> nodes, 2: i32 x }", "Node", { nodes: [], x: 1 }],
  ["itself", "struct Node { 1: Node next, 2: optional Node other, 3: i32 x }", "Node", { x: 1 }],
  ["itself in a map", "struct Node { 1: map<string, Node> nodes }", "Node", { nodes: new Map() }],
  [
    "itself by another",
    "struct A { 1: B b, 2: i32 x } struct B { 1: A a, 2: list<list<A>> deep }",
    "A",
    { b: { deep: [[]] }, x: 1 },
  ],
  [
    "a union of itself",
    "union Tree { 1: Pair pair, 2: i32 leaf } struct Pair { 1: required Tree a, 2: required Tree b }",
    "Tree",
    { field: "pair", value: { a: { field: "leaf", value: 1 }, b: { field: "leaf", value: 1 } } },
  ],
  [
    "a union whose first field has no end",
    "union Tree { 1: Endless endless, 2: i32 leaf } struct Endless { 1: required Endless more }",
    "Tree",
    { field: "leaf", value: 1 },
  ],
  ["what no value can be made of", "struct A { 1: E e, 2: i32 x } struct E { 1: required E e }", "A", { x: 1 }],
  ["an empty union", "struct A { 1: optional U u, 2: list<U> us } union U {}", "A", { us: [] }],
])("ends a type with %s", (_, text, name, expected) => {
  const type = typeOf(text, name);
  const sample = sampleOf(type);
  expect(sample).toEqual(expected);
  expect(decode(type, encode(type, sample, binary()), binary())).toEqual(sample);
});

test.each([
  ["structs that all have each other", wide, "S0"],
  ["unions that double", doubling, "U0"],
  ["a default with many values", largeDefault, "Node"],
])("has few values of %s", (_, text, name) => {
  const type = typeOf(text, name);
  const sample = sampleOf(type);
  expect(countValues(sample, 1_000)).toBeLessThanOrEqual(2 * 200);
  expect(decode(type, encode(type, sample, binary()), binary())).toBeTypeOf("object");
});

const chain = (length: number): string =>
  Array.from({ length }, (_, i) => `struct C${i} { 1: required C${i + 1} next }`)
    .concat(`struct C${length} {}`)
    .join("\n");

test.each([
  ["struct Endless { 1: required Endless more }", "Endless"],
  ["union Nothing {}", "Nothing"],
  ["union A { 1: B b } struct B { 1: required A a }", "A"],
  [chain(5_000), "C0"],
])("refuses a type of which no value is small enough: %.40s", (text, name) => {
  expect(() => sampleOf(typeOf(text, name))).toThrow(
    new RangeError(`expected a type with a value of at most 200 parts, got ${name}`),
  );
});

test("fills what may be left out while there is room, wide before deep", () => {
  const leaf = define.struct("Leaf", [field(1, "x", define.i32), field(2, "y", define.i32)]);
  const type: Type = define.struct("Two", [field(1, "a", leaf), field(2, "b", leaf)]);
  expect(sampleOf(type, { maxValues: 4 })).toEqual({ a: { x: 1 }, b: {} });
});
