import type { Fieldset, Type } from "./type.ts";

/** Emitted code nests as its containers do, and what parses it has only so much stack. */
const deepest = 256;
/** A map of maps of maps doubles with each level, even if each is one descriptor. */
const widest = 1024;

/** @throws RangeError if the containers of a field are more than a codec can be made for. */
export function checkNesting(type: Fieldset): void {
  for (const field of type.fields) {
    let level: readonly Type[] = [field.type];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > deepest || level.length > widest) throw tooNested(type, field.name);
      level = level.flatMap(innerTypes);
    }
  }
}

function tooNested(type: Fieldset, field: string): RangeError {
  const most = `${deepest} containers in each other, and ${widest} types beside each other`;
  return new RangeError(`field ${field} of ${type.name}: expected at most ${most}, got more`);
}

/** The types of what a container holds; none of any other type. */
export function innerTypes(type: Type): readonly Type[] {
  switch (type.kind) {
    case "list":
    case "set":
      return [type.of];
    case "map":
      return [type.key, type.value];
    default:
      return [];
  }
}
