import type { Type } from "@seapink/schema";

/** Whether values of one type are values of the other as they stand. */
export function isSameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind === "map" && b.kind === "map") return isSameType(a.key, b.key) && isSameType(a.value, b.value);
  return "of" in a && "of" in b && a.kind === b.kind && isSameType(a.of, b.of);
}
