import type { ProgramFile } from "@seapink/idl";
import { nameOf, shapeOf, valueOf } from "./shape.ts";

/** What generated code must say of a file, by kind and name: the shapes of its types and services, its constants. */
export function shapesOf({ definitions }: ProgramFile): Readonly<Record<string, string>> {
  const shapes = definitions.flatMap((definition): [string, string][] => {
    switch (definition.kind) {
      case "typedef":
        return [];
      case "const":
        return [[`const ${definition.name}`, valueOf(definition.value)]];
      default:
        return [[nameOf(definition.type), shapeOf(definition.type)]];
    }
  });
  return Object.fromEntries(shapes);
}
