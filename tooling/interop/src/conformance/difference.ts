/** A text of which only some may be the same, since peers put the type of an exception before its message. */
const loose: ReadonlySet<string> = new Set(["exceptionMessage"]);
const shownText = 60;

/** Where two values of the suite differ first, in words; `undefined` where they do not. */
export function difference(actual: unknown, expected: unknown, path = ""): string | undefined {
  if (Array.isArray(expected) && Array.isArray(actual) && actual.length !== expected.length)
    return `${path}: expected ${expected.length} items, got ${actual.length}`;
  if (isObject(expected) && isObject(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const found = difference(actual[key], expected[key], path === "" ? key : `${path}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return isSame(actual, expected, path) ? undefined : `${path}: expected ${shown(expected)}, got ${shown(actual)}`;
}

function isSame(actual: unknown, expected: unknown, path: string): boolean {
  const isLoose = typeof actual === "string" && typeof expected === "string" && loose.has(path.split(".").at(-1) ?? "");
  return isLoose ? actual.includes(expected) : actual === expected;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, shownText)) : String(value);
  return typeof value === "string" && value.length > shownText ? `${text}… of ${value.length} characters` : text;
}
