import { ProtocolError } from "@seapink/core";
import type { Fieldset } from "./type.ts";

export function wrongValue(expected: string, value: unknown): never {
  throw new ProtocolError("invalid_data", `expected ${expected}, got ${describeValue(value)}`);
}

export function missingField(type: Fieldset, name: string): never {
  throw new ProtocolError("invalid_data", `expected the required field ${name} of ${type.name}, got none`);
}

/** Short, on one line, and never a whole payload. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return `string ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
    return `${typeof value} ${value}`;
  }
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "object") return typeof value;
  return Object.prototype.toString.call(value).slice(8, -1);
}
