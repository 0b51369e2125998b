/** How many values there are in one, itself included; it stops counting beyond `most`. */
export function countValues(value: unknown, most: number): number {
  let count = 1;
  for (const part of partsOf(value)) {
    if (count > most) break;
    count += countValues(part, most - count);
  }
  return count;
}

function partsOf(value: unknown): Iterable<unknown> {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  if (Array.isArray(value) || value instanceof Set) return value;
  if (value instanceof Map) return entriesOf(value);
  return Object.values(value);
}

function* entriesOf(map: ReadonlyMap<unknown, unknown>): Iterable<unknown> {
  for (const [key, value] of map) {
    yield key;
    yield value;
  }
}
