/** Whether two values of a shape are the same to the bit, but for the payload of a NaN, which JavaScript hides. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) || a instanceof Uint8Array) return Array.isArray(a) === Array.isArray(b) && sameItems(a, b);
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => name in b && sameValue(get(a, name), get(b, name)))
  );
}

function sameItems(a: ArrayLike<unknown>, b: object): boolean {
  const items = b as ArrayLike<unknown>;
  if (a.length !== items.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameValue(a[i], items[i])) return false;
  return true;
}

function get(object: object, name: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[name];
}
