/** A field in a path: `.name`, or `["a name"]` where the name is not a word, cut where it is long. */
export function fieldStep(name: string): string {
  return /^[\w$]{1,100}$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 40))}]`;
}

/** A key of a map in a path, `["a key"]` or `[5]`: cut where it is long, `…` where it is no scalar. */
export function keyStep(key: unknown): string {
  if (typeof key === "string") return `[${JSON.stringify(key.slice(0, 40))}]`;
  return typeof key === "number" || typeof key === "bigint" || typeof key === "boolean" ? `[${key}]` : "[…]";
}

/** The steps as one text, without the dot in front. */
export function pathText(steps: string): string {
  return steps.startsWith(".") ? steps.slice(1) : steps;
}
