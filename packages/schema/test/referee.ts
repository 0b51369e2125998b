import { binary } from "@seapink/protocol-binary";
import type { StructType, Type } from "@seapink/schema";
import { type Shape, shapeCodec, type StructShape } from "@seapink/testing";

/** A second way to the bytes of a value, through `testing`, which shares nothing with the codecs here. */
export function referee(type: StructType): { readonly encode: (value: unknown) => Uint8Array } {
  const codec = shapeCodec(binary(), structShape(type));
  return { encode: (value) => codec.encode(shapeValue(type, value)) };
}

function structShape(type: { readonly fields: StructType["fields"] }): StructShape {
  return { struct: type.fields.map(({ id, name, type }) => ({ id, name, type: shapeOf(type) })) };
}

function shapeOf(type: Type): Shape {
  switch (type.kind) {
    case "list":
      return { list: shapeOf(type.of) };
    case "set":
      return { set: shapeOf(type.of) };
    case "map":
      return { map: [shapeOf(type.key), shapeOf(type.value)] };
    case "struct":
    case "union":
    case "exception":
      return structShape(type);
    case "enum":
      return "i32";
    default:
      return type.kind;
  }
}

// Arrays for sets, arrays of pairs for maps, objects with one field for unions.
function shapeValue(type: Type, value: unknown): unknown {
  switch (type.kind) {
    case "list":
    case "set":
      return Array.from(value as Iterable<unknown>, (item) => shapeValue(type.of, item));
    case "map":
      return Array.from(value as Map<unknown, unknown>, ([k, v]) => [
        shapeValue(type.key, k),
        shapeValue(type.value, v),
      ]);
    case "union": {
      const { field, value: content } = value as { readonly field: string; readonly value: unknown };
      return shapeFields(type.fields, { [field]: content });
    }
    case "struct":
    case "exception":
      return shapeFields(type.fields, value as Readonly<Record<string, unknown>>);
    default:
      return value;
  }
}

function shapeFields(fields: StructType["fields"], value: Readonly<Record<string, unknown>>): unknown {
  const present = fields.filter((f) => Object.hasOwn(value, f.name) && value[f.name] !== undefined);
  return Object.fromEntries(present.map((f) => [f.name, shapeValue(f.type, value[f.name])]));
}
