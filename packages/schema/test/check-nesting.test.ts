import { encode, field, i32, list, map, set, struct, type Type } from "@seapink/schema";
import { binary } from "@seapink/protocol-binary";
import { expect, test } from "vitest";
import { checkNesting } from "../src/check-nesting.ts";

const nested = (levels: number, wrap: (inner: Type) => Type): Type =>
  Array.from({ length: levels }).reduce<Type>(wrap, i32);

test.each<[what: string, most: number, wrap: (inner: Type) => Type]>([
  ["lists", 256, list],
  ["sets", 256, set],
  ["maps by key", 256, (inner) => map(inner, i32)],
  ["maps of maps to maps", 10, (inner) => map(inner, inner)],
])("limits %s in each other to %d", (_, most, wrap) => {
  expect(() => checkNesting(struct("S", [field(1, "a", nested(most, wrap))]))).not.toThrow();
  for (const levels of [most + 1, 100_000]) {
    const type = struct("S", [field(1, "a", nested(levels, wrap))]);
    expect(() => encode(type, {}, binary())).toThrow(
      new RangeError(
        "field a of S: expected at most 256 containers in each other, and 1024 types beside each other, got more",
      ),
    );
  }
});

test("lets any number of fields have containers", () => {
  const fields = Array.from({ length: 3000 }, (_, id) => field(id, `f${id}`, list(i32)));
  expect(() => checkNesting(struct("S", fields))).not.toThrow();
});
