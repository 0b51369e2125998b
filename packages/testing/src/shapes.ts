import * as fc from "fast-check";
import type { FieldShape, ScalarShape, Shape, StructShape } from "./shape.ts";

/** What a protocol cannot carry. */
export interface ShapeOptions {
  /** Apache's compact protocol has no `float`, fbthrift's protocols have no `uuid`. */
  readonly lacks?: readonly ScalarShape[];
  /** JSON has no struct or container for a key. */
  readonly keys?: "any" | "scalar";
}

const scalars: readonly ScalarShape[] = [
  "bool",
  "i8",
  "i16",
  "i32",
  "i64",
  "double",
  "float",
  "string",
  "binary",
  "uuid",
];

/** Structs of all kinds of fields, a few levels deep, with ids that are in no order. */
export function structShapes(options: ShapeOptions = {}): fc.Arbitrary<StructShape> {
  const scalar = fc.constantFrom(...scalars.filter((kind) => !options.lacks?.includes(kind)));
  const { struct } = fc.letrec<{ struct: StructShape; shape: Shape }>((tie) => ({
    struct: fieldShapes(tie("shape")).map((fields) => ({ struct: fields })),
    shape: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      { arbitrary: scalar, weight: 4 },
      { arbitrary: tie("shape").map((list) => ({ list })), weight: 1 },
      { arbitrary: tie("shape").map((set) => ({ set })), weight: 1 },
      {
        arbitrary: fc.tuple(options.keys === "scalar" ? scalar : tie("shape"), tie("shape")).map((map) => ({ map })),
        weight: 1,
      },
      { arbitrary: tie("struct"), weight: 1 },
    ),
  }));
  return struct;
}

function fieldShapes(shape: fc.Arbitrary<Shape>): fc.Arbitrary<FieldShape[]> {
  const id = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -32_768, max: 32_767 }));
  const field = fc.tuple(id, shape).map(([id, type]): FieldShape => ({ id, name: `f${id}`, type }));
  return fc.uniqueArray(field, { maxLength: 5, selector: (f) => f.id });
}
