import {
  enumType,
  exception,
  field,
  i32,
  i64,
  i64Number,
  list,
  map,
  method,
  service,
  set,
  struct,
  union,
} from "@seapink/schema";
import { expect, test } from "vitest";
import { type Descriptor, isDescriptor, nameOf, shapeOf, valueOf } from "../src/shape.ts";

const Color = enumType("Color", { RED: 1 });

const pairs: [what: string, a: Descriptor, b: Descriptor][] = [
  ["ids", struct("A", [field(1, "a", i32)]), struct("A", [field(2, "a", i32)])],
  ["names of fields", struct("A", [field(1, "a", i32)]), struct("A", [field(1, "b", i32)])],
  ["types", struct("A", [field(1, "a", i64)]), struct("A", [field(1, "a", i64Number)])],
  ["elements", struct("A", [field(1, "a", list(i32))]), struct("A", [field(1, "a", list(i64))])],
  ["keys", struct("A", [field(1, "a", map(i32, Color))]), struct("A", [field(1, "a", map(i64, Color))])],
  ["containers", struct("A", [field(1, "a", list(Color))]), struct("A", [field(1, "a", set(Color))])],
  ["defaults", struct("A", [field(1, "a", i32, { default: 0 })]), struct("A", [field(1, "a", i32)])],
  ["requiredness", union("A", [field(1, "a", i32, { requiredness: "optional" })]), union("A", [field(1, "a", i32)])],
  ["numbers", Color, enumType("Color", { RED: 2 })],
  ["methods", service("S", [method("a")]), service("S", [method("a", { kind: "oneway" })])],
  ["arguments", service("S", [method("a")]), service("S", [method("a", { args: [field(1, "a", i32)] })])],
  ["parents", service("S", []), service("S", [], { extends: service("P", []) })],
];

test.each(pairs)("descriptors with other %s have other shapes", (_, a, b) => {
  expect(shapeOf(a)).not.toBe(shapeOf(b));
  expect(shapeOf(a)).toBe(shapeOf({ ...a }));
});

test("a struct that holds itself has a shape, too", () => {
  const Tree = struct("Tree", () => [field(1, "trees", list(Tree))]);
  expect(shapeOf(Tree)).toContain("list<struct Tree>");
  expect(nameOf(Tree)).toBe("struct Tree");
});

test.each([
  [Color, true],
  [exception("E", []), true],
  [list(i32), false],
  [{ kind: "cat", name: "Tom" }, false],
  [null, false],
  ["struct", false],
])("whether %o is a descriptor: %s", (value, is) => {
  expect(isDescriptor(value)).toBe(is);
});

test.each([
  [1, 1n],
  [0, -0],
  ["1", 1],
  [[1], new Set([1])],
  [new Map([[1, 2]]), { 1: 2 }],
  [Uint8Array.of(1), [1]],
  [Number.NaN, null],
])("tells %o from %o", (a, b) => {
  expect(valueOf(a)).not.toBe(valueOf(b));
});

test("values that are equal have the same text, whatever order their fields are in", () => {
  expect(valueOf({ a: [1n], b: new Map([["x", Uint8Array.of(1)]]) })).toBe(
    valueOf({ b: new Map([["x", Uint8Array.of(1)]]), a: [1n] }),
  );
});
