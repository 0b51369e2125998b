import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wireTypeOf, type Shape } from "../src/shape.ts";
import { structShapes } from "../src/shapes.ts";

/** The kinds of all shapes inside one. */
function kindsIn(shape: Shape): string[] {
  if (typeof shape === "string") return [shape];
  if ("list" in shape) return ["list", ...kindsIn(shape.list)];
  if ("set" in shape) return ["set", ...kindsIn(shape.set)];
  if ("map" in shape) return ["map", ...keyKind(shape.map[0]), ...shape.map.flatMap(kindsIn)];
  return ["struct", ...shape.struct.flatMap((field) => kindsIn(field.type))];
}

function keyKind(key: Shape): string[] {
  return typeof key === "string" ? [] : ["deep key"];
}

const sample = (options?: Parameters<typeof structShapes>[0]): Set<string> =>
  new Set(fc.sample(structShapes(options), { numRuns: 1000, seed: 1 }).flatMap(kindsIn));

describe("shapes", () => {
  test("are of every kind, with keys of every kind", () => {
    const scalars = ["binary", "bool", "double", "float", "i16", "i32", "i64", "i8", "string", "uuid"];
    expect([...sample()].sort()).toStrictEqual([...scalars, "deep key", "list", "map", "set", "struct"].sort());
  });

  test("are not of the kinds that a protocol lacks", () => {
    const kinds = sample({ lacks: ["uuid", "float"], keys: "scalar" });
    expect(["uuid", "float", "deep key"].filter((kind) => kinds.has(kind))).toStrictEqual([]);
  });

  test("have fields of different ids", () => {
    for (const { struct } of fc.sample(structShapes(), { numRuns: 1000, seed: 2 })) {
      expect(new Set(struct.map(({ id }) => id)).size).toBe(struct.length);
    }
  });

  test("have a type on the wire", () => {
    const shapes: readonly Shape[] = [
      "binary",
      "string",
      { list: "i8" },
      { set: "i8" },
      { map: ["i8", "i8"] },
      { struct: [] },
    ];
    expect(shapes.map(wireTypeOf)).toStrictEqual([11, 11, 15, 14, 13, 12]);
  });
});
