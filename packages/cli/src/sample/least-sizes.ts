import type { Fieldset, Type } from "@seapink/schema";
import { innerTypes } from "@seapink/schema/internal";

/** A type whose sizes are found later may make others smaller; texts that are written to be read need two rounds. */
const maxRounds = 64;

/**
 * How many values the smallest value of a type has, itself included: `Infinity` where none can be made, and at least as
 * many as that for what nests in circles without end. For the types that `root` is made of.
 */
export function leastSizes(root: Type): (type: Type) => number {
  const fieldsets = fieldsetsOf(root).toReversed();
  const known = new Map<Fieldset, number>();
  const sizeOf = (type: Type): number => (isFieldset(type) ? (known.get(type) ?? Infinity) : 1);
  for (let round = 0, isChanged = true; isChanged && round < maxRounds; round++) {
    isChanged = false;
    for (const type of fieldsets) {
      const size = leastSize(type, sizeOf);
      if (size < sizeOf(type)) isChanged = true;
      known.set(type, Math.min(size, sizeOf(type)));
    }
  }
  return sizeOf;
}

function leastSize({ kind, fields }: Fieldset, sizeOf: (type: Type) => number): number {
  if (kind === "union") return 1 + fields.reduce((least, { type }) => Math.min(least, sizeOf(type)), Infinity);
  return fields.reduce((sum, { type, requiredness }) => sum + (requiredness === "required" ? sizeOf(type) : 0), 1);
}

/** Those nearest to the root first. */
function fieldsetsOf(root: Type): readonly Fieldset[] {
  const found = new Set<Type>([root]);
  // What is added on the way is visited, too.
  for (const type of found) for (const part of partsOf(type)) found.add(part);
  return [...found].filter(isFieldset);
}

function partsOf(type: Type): readonly Type[] {
  return isFieldset(type) ? type.fields.map((field) => field.type) : innerTypes(type);
}

export function isFieldset(type: Type): type is Fieldset {
  return type.kind === "struct" || type.kind === "union" || type.kind === "exception";
}
