import type { Field } from "./type.ts";

/** Makes the default value of a field: containers and structs anew each time, since whoever reads may change them. */
export function defaultFactory(field: Field): () => unknown {
  const value = field.default;
  return isPrimitive(value) ? () => value : () => copy(value);
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function copy(value: unknown): unknown {
  if (isPrimitive(value)) return value;
  if (Array.isArray(value)) return value.map(copy);
  // An error cannot be copied with its class and its stack.
  if (value instanceof Error) return value;
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof Set) return new Set([...value].map(copy));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [copy(key), copy(item)]));
  return Object.fromEntries(Object.entries(value as object).map(([name, item]) => [name, copy(item)]));
}
