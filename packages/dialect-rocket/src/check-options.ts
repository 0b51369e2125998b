import { describeValue } from "@seapink/core";

// Those who write without types learn with the first line what is wrong, and not with the first call.

/** @throws TypeError */
export function checkObject(name: string, value: unknown): asserts value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) wrong(name, "an object", value);
}

/** @throws TypeError or RangeError */
export function checkPositive(name: string, value: unknown): void {
  if (typeof value !== "number") wrong(name, "a number above 0", value);
  if (!(value > 0)) throw new RangeError(`${name}: expected a number above 0, got ${value}`);
}

/** @throws TypeError or RangeError */
export function checkWhole(name: string, value: unknown, most: number): void {
  checkPositive(name, value);
  if (!Number.isInteger(value) || (value as number) > most)
    throw new RangeError(`${name}: expected a whole number up to ${most}, got ${String(value)}`);
}

/** @throws RangeError */
export function checkOneOf(name: string, value: unknown, known: readonly string[]): void {
  if (typeof value === "string" && known.includes(value)) return;
  throw new RangeError(`${name}: expected ${known.join(" or ")}, got ${describeValue(value)}`);
}

/** @throws TypeError */
export function checkCompressions(value: unknown): void {
  if (!Array.isArray(value)) wrong("compression", "an array such as [zlib()]", value);
  for (const [index, each] of Array.from<unknown>(value).entries()) {
    if (!isCompression(each)) wrong(`compression[${index}]`, "a compression such as zlib()", each);
  }
}

function isCompression(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { name, compress, decompress } = value as Readonly<Record<string, unknown>>;
  return typeof name === "string" && typeof compress === "function" && typeof decompress === "function";
}

/** @throws TypeError */
export function checkLoad(value: unknown): void {
  if (value !== undefined && typeof value !== "function") wrong("load", "a function", value);
}

/** @throws TypeError or RangeError */
export function checkAgent(value: unknown): void {
  if (typeof value !== "string") wrong("agent", "text", value);
  if (value.length > longestAgent || !value.isWellFormed())
    throw new RangeError(`agent: expected well-formed text of up to ${longestAgent} characters, got ${value.length}`);
}

const longestAgent = 1024;

function wrong(name: string, expected: string, value: unknown): never {
  throw new TypeError(`${name}: expected ${expected}, got ${describeValue(value)}`);
}
