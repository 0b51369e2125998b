/**
 * Puts uuids back into code that was generated with doubles in their place (see `generate`), for a library that knows
 * them. `divide` matches where a part of the code begins that is meant as a whole, or is not.
 */
export function restoreUuids(code: string, divide: RegExp, isMeant: (part: string) => boolean): string {
  return code
    .split(divide)
    .map((part) => (isMeant(part) ? restored(part) : part))
    .join("");
}

/** `writeDouble(`, `readDouble(` and `Type.DOUBLE` are the same in all languages. */
function restored(code: string): string {
  return code.replaceAll("Double(", "Uuid(").replaceAll("Type.DOUBLE", "Type.UUID");
}
