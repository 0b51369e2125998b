/**
 * Whatever a codec made of a value, brought to one form for comparing: own properties, every kind of i64 as a
 * number, a `Map` as an object, bytes as base64. Negative zero is zero, as JSON has it.
 */
export function plain(value: unknown): unknown {
  if (typeof value === "number") return value + 0;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return plainEntries([...value]);
  if ("toNumber" in value && typeof value.toNumber === "function") return value.toNumber();
  return plainEntries(Object.entries(value));
}

function plainEntries(entries: readonly (readonly [unknown, unknown])[]): object {
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]));
}
