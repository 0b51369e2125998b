import { ProtocolError } from "./protocol-error.ts";

/**
 * Refuses a value that does not fit its type. Each writer compares for itself: a call for each value would cost a tenth
 * of a small message, and a class that all writers extend a twentieth.
 */
export function wrongValue(expected: string, value: unknown): never {
  throw new ProtocolError("invalid_data", `expected ${expected}, got ${describeValue(value)}`);
}

/** A value for a message: short, on one line, never a whole payload, and without running any code of the value's. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `string ${JSON.stringify(value.slice(0, 40))}`;
    case "bigint":
      return BigInt.asIntN(128, value) === value ? `bigint ${value}` : "bigint of more than 128 bits";
    case "number":
    case "boolean":
      return `${typeof value} ${value}`;
    case "object":
      return describeObject(value);
    default:
      return typeof value;
  }
}

function describeObject(value: object | null): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Map) return "Map";
  if (value instanceof Set) return "Set";
  return value instanceof Uint8Array ? "Uint8Array" : "object";
}
