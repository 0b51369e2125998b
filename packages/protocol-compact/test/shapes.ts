import { defaultLimits } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { type Shape, type ShapeCodec, shapeCodec, type StructShape } from "@seapink/testing";

export const fbthrift = compact({ variant: "fbthrift" });

/** A struct whose fields are numbered from 1. */
export const struct = (...types: readonly Shape[]): StructShape => ({
  struct: types.map((type, i) => ({ id: i + 1, name: `f${i + 1}`, type })),
});

/** What the hostile structs pretend to be. */
export const hostileShape: StructShape = struct(
  "string",
  { list: "i32" },
  { map: ["string", "i64"] },
  { set: struct() },
  "binary",
  { list: "bool" },
);

/** The codec of a struct of one field. */
export const codec = (type: Shape, protocol = compact(), limit = defaultLimits): ShapeCodec =>
  shapeCodec(protocol, struct(type), limit);
