import * as fc from "fast-check";
import type { ScalarShape, Shape, StructShape } from "./shape.ts";

/** Values of one shape, extremes more often than chance would have them. */
function shapeValues(shape: Shape): fc.Arbitrary<unknown> {
  if (typeof shape === "string") return scalarValues[shape];
  if ("list" in shape) return fc.array(shapeValues(shape.list), { maxLength: 5 });
  if ("set" in shape) return fc.array(shapeValues(shape.set), { maxLength: 5 });
  if ("map" in shape) return fc.array(fc.tuple(shapeValues(shape.map[0]), shapeValues(shape.map[1])), { maxLength: 4 });
  return structValues(shape);
}

/** A struct's fields may each be absent. */
export function structValues(shape: StructShape): fc.Arbitrary<Record<string, unknown>> {
  const fields = shape.struct.map((field) => [field.name, shapeValues(field.type)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

const signed = (bits: number): fc.Arbitrary<number> =>
  fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });

const text = fc.oneof(
  { arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 30 }), weight: 4 },
  { arbitrary: fc.string({ unit: "binary", maxLength: 30 }), weight: 4 },
  {
    arbitrary: fc.integer({ min: 0, max: 1500 }).map((length) => "é".repeat(length & 1) + "a".repeat(length)),
    weight: 1,
  },
);

const uuid = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
});

const scalarValues: Readonly<Record<ScalarShape, fc.Arbitrary<unknown>>> = {
  bool: fc.boolean(),
  i8: signed(8),
  i16: signed(16),
  i32: signed(32),
  i64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  double: fc.double(),
  float: fc.float(),
  string: text,
  binary: fc.uint8Array({ maxLength: 30 }),
  uuid,
};
