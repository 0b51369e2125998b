/** Whether two values of a shape are the same to the bit, but for the payload of a NaN, which JavaScript hides. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (isItems(a) || isItems(b)) return isItems(a) && isItems(b) && sameItems(a, b);
  if (!isObject(a) || !isObject(b)) return Object.is(a, b);
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameValue(a[name], b[name]))
  );
}

function sameItems(a: Items, b: Items): boolean {
  if (a.length !== b.length || Array.isArray(a) !== Array.isArray(b)) return false;
  for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false;
  return true;
}

type Items = Uint8Array | readonly unknown[];

function isItems(value: unknown): value is Items {
  return Array.isArray(value) || value instanceof Uint8Array;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
