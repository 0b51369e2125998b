import type { ProgramFile } from "@seapink/idl";
import { nameOf, shapeOf, typeName, valueOf } from "./shape.ts";

/** What a file says, by kind and name: the shapes of its types and services, its typedefs, its constants. */
export function shapesOf({ definitions }: ProgramFile): Readonly<Record<string, string>> {
  const shapes = definitions.map((definition): [string, string] => {
    switch (definition.kind) {
      case "typedef":
        return [`typedef ${definition.name}`, typeName(definition.type)];
      case "const":
        return [`const ${definition.name}`, valueOf(definition.value)];
      default:
        return [nameOf(definition.type), shapeOf(definition.type)];
    }
  });
  return Object.fromEntries(shapes);
}

/**
 * What two texts of one file differ in: a definition, an include, or nothing. Of how something is said, such as docs and
 * the names of constants, nothing is asked.
 */
export function differenceOf(a: ProgramFile, b: ProgramFile): string | undefined {
  const [shapes, others] = [a, b].map((file) => ({ ...includesOf(file), ...shapesOf(file) })) as [Shapes, Shapes];
  const names = Object.keys({ ...shapes, ...others });
  return names.find((name) => shapes[name] !== others[name]);
}

type Shapes = Readonly<Record<string, string | undefined>>;

function includesOf({ includes }: ProgramFile): Shapes {
  return Object.fromEntries(includes.map(({ prefix, file }) => [`include ${prefix} ${file}`, file]));
}
