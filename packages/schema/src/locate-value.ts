import { describeValue, isProtocolError, isUuid, ProtocolError } from "@seapink/core";
import { fieldStep, keyStep, pathText } from "./field-path.ts";
import { heldByNumber } from "./held-by-number.ts";
import { property } from "./property.ts";
import type { Field, Fieldset, Type } from "./type.ts";

// Compiled codecs know no paths: keeping one would cost every call. After an error the value is walked once more by the
// slow functions here, to say where it was.

/** The error that writing `value` gave, with the path of the first value that does not fit its type. */
export function locateValue(type: Fieldset, value: unknown, error: unknown): unknown {
  if (!(isProtocolError(error) && error.code === "invalid_data")) return error;
  const wrong = findSafely(type, value);
  if (wrong === undefined) return error;
  const path = pathText(wrong.path);
  const message = path === "" ? wrong.message : `${path}: ${wrong.message}`;
  return new ProtocolError("invalid_data", message, { path, cause: error });
}

interface WrongValue {
  readonly path: string;
  readonly message: string;
}

// The value's own getters run again, and may do otherwise than before.
function findSafely(type: Fieldset, value: unknown): WrongValue | undefined {
  try {
    return findInFields(type, value, "", 0);
  } catch {
    return undefined;
  }
}

const deepest = 1000;

function find(type: Type, value: unknown, path: string, depth: number): WrongValue | undefined {
  if (depth > deepest) return undefined;
  switch (type.kind) {
    case "list":
      return Array.isArray(value) ? findInItems(type.of, value, path, depth) : wrong("list", value, path);
    case "set":
      if (!(value instanceof Set || Array.isArray(value))) return wrong("set", value, path);
      return findInItems(type.of, value, path, depth);
    case "map":
      return value instanceof Map ? findInEntries(type.key, type.value, value, path, depth) : wrong("map", value, path);
    case "struct":
    case "union":
    case "exception":
      return findInFields(type, value, path, depth);
    case "i64":
      if (!isI64(value)) return wrong("i64", value, path);
      return type.as === "bigint" || Number.isSafeInteger(Number(value)) ? undefined : wrong(heldByNumber, value, path);
    default:
      return fits(type.kind, value) ? undefined : wrong(type.kind === "enum" ? "i32" : type.kind, value, path);
  }
}

function wrong(expected: string, value: unknown, path: string): WrongValue {
  return { path, message: `expected ${expected}, got ${describeValue(value)}` };
}

function findInItems(of: Type, items: Iterable<unknown>, path: string, depth: number): WrongValue | undefined {
  let index = 0;
  for (const item of items) {
    const found = find(of, item, `${path}[${index++}]`, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function findInEntries(
  key: Type,
  value: Type,
  map: ReadonlyMap<unknown, unknown>,
  path: string,
  depth: number,
): WrongValue | undefined {
  for (const [k, v] of map) {
    const at = path + keyStep(k);
    const found = find(key, k, `${at} (key)`, depth + 1) ?? find(value, v, at, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function findInFields(type: Fieldset, value: unknown, path: string, depth: number): WrongValue | undefined {
  if (typeof value !== "object" || value === null) return wrong(type.kind, value, path);
  if (type.kind === "union") return findInUnion(type.fields, value, path, depth);
  for (const field of type.fields) {
    const found = findInField(field, property(field.name).get(value), path + fieldStep(field.name), depth);
    if (found) return found;
  }
  return undefined;
}

function findInField(field: Field, value: unknown, path: string, depth: number): WrongValue | undefined {
  if (value !== undefined) return find(field.type, value, path, depth + 1);
  if (field.requiredness !== "required" || field.default !== undefined) return undefined;
  return { path, message: `expected ${field.type.kind}, which is required, got none` };
}

function findInUnion(fields: readonly Field[], value: object, path: string, depth: number): WrongValue | undefined {
  const name = property("field").get(value);
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) return wrong('the name of a field in "field"', name, `${path}.field`);
  return find(field.type, property("value").get(value), path + fieldStep(field.name), depth + 1);
}

function fits(kind: string, value: unknown): boolean {
  switch (kind) {
    case "bool":
      return typeof value === "boolean";
    case "i8":
      return isInteger(value, 8);
    case "i16":
      return isInteger(value, 16);
    case "i32":
    case "enum":
      return isInteger(value, 32);
    case "double":
    case "float":
      return typeof value === "number";
    case "string":
      return typeof value === "string" && value.isWellFormed();
    case "uuid":
      return typeof value === "string" && isUuid(value);
    case "binary":
      return value instanceof Uint8Array;
    default:
      return true;
  }
}

function isI64(value: unknown): boolean {
  return typeof value === "bigint" ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value);
}

function isInteger(value: unknown, bits: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value + 0.5) < 2 ** (bits - 1);
}
