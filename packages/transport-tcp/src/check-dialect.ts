import { type Dialect, describeValue } from "@seapink/core";

const methods = ["connect", "accept", "detect"] as const;

/** @throws TypeError for what is no dialect: found out by the first connection, it could be told to nobody. */
export function checkDialect(name: string, value: unknown): void {
  if (typeof value !== "object" || value === null) throw wrong(name, value);
  const dialect: { readonly [name in keyof Dialect]?: unknown } = value;
  const isWhole =
    typeof dialect.name === "string" &&
    Array.isArray(dialect.alpn) &&
    methods.every((method) => typeof dialect[method] === "function");
  if (!isWhole) throw wrong(name, value);
}

/**
 * @throws TypeError for what are no dialects
 * @throws RangeError if there is none
 */
export function checkDialects(value: unknown): void {
  if (!Array.isArray(value)) throw new TypeError(`dialects: expected an array, got ${describeValue(value)}`);
  if (value.length === 0) throw new RangeError("dialects: expected at least one, got none");
  for (const [index, dialect] of Array.from<unknown>(value).entries()) checkDialect(`dialects[${index}]`, dialect);
}

function wrong(name: string, value: unknown): TypeError {
  return new TypeError(`${name}: expected a dialect, got ${describeValue(value)}`);
}
