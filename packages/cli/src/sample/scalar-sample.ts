import type { ScalarType } from "@seapink/schema";

const encoder = new TextEncoder();

/** @param name what a string says */
export function scalarSample(type: ScalarType, name: string): unknown {
  switch (type.kind) {
    case "bool":
      return true;
    case "i8":
    case "i16":
    case "i32":
      return 1;
    case "i64":
      return type.as === "number" ? 1 : 1n;
    case "double":
    case "float":
      return 1.5;
    case "string":
      return name;
    case "binary":
      return encoder.encode(name);
    case "uuid":
      return "123e4567-e89b-12d3-a456-426614174000";
  }
}
