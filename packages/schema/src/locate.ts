import { ProtocolError, type ProtocolReader } from "@seapink/core";
import { fieldHeader } from "./field-header.ts";
import { getField } from "./property.ts";
import type { Field, Fieldset, Type } from "./type.ts";
import { describeValue } from "./wrong-value.ts";
import { wireTypeOf } from "./wire-type-of.ts";

// Compiled codecs know no paths: keeping one would cost every call. After an error the value, or the bytes, are walked
// once more by the slow functions here, to say where it was.

/** The error that writing `value` gave, with the path of the first value that does not fit its type. */
export function locateValue(type: Fieldset, value: unknown, error: unknown): unknown {
  if (error instanceof ProtocolError && error.code !== "invalid_data") return error;
  const wrong = findInFields(type, value, "", 0);
  if (wrong === undefined) return error;
  const message = wrong.path === "" ? wrong.message : `${wrong.path}: ${wrong.message}`;
  return new ProtocolError("invalid_data", message, { path: wrong.path, cause: error });
}

interface WrongValue {
  readonly path: string;
  readonly message: string;
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
    const at = `${path}[${describeKey(k)}]`;
    const found = find(key, k, `${at} (key)`, depth + 1) ?? find(value, v, at, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function describeKey(key: unknown): string {
  return typeof key === "string"
    ? JSON.stringify(key.slice(0, 40))
    : typeof key === "object"
      ? "…"
      : `${key as number}`;
}

function findInFields(type: Fieldset, value: unknown, path: string, depth: number): WrongValue | undefined {
  if (typeof value !== "object" || value === null) return wrong(type.kind, value, path);
  if (type.kind === "union") return findInUnion(type.fields, value, path, depth);
  for (const field of type.fields) {
    const found = findInField(field, getField(value, field.name), join(path, field.name), depth);
    if (found) return found;
  }
  return undefined;
}

function findInField(field: Field, value: unknown, path: string, depth: number): WrongValue | undefined {
  if (value !== undefined) return find(field.type, value, path, depth + 1);
  if (field.requiredness !== "required") return undefined;
  return { path, message: `expected ${field.type.kind}, which is required, got none` };
}

function findInUnion(fields: readonly Field[], value: object, path: string, depth: number): WrongValue | undefined {
  const name = getField(value, "field");
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) return wrong(`one of ${fields.map((f) => f.name).join(", ")}`, name, join(path, "field"));
  return find(field.type, getField(value, "value"), join(path, field.name), depth + 1);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
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
    case "i64":
      return typeof value === "bigint" ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value);
    case "double":
    case "float":
      return typeof value === "number";
    case "string":
      return typeof value === "string" && value.isWellFormed();
    case "uuid":
      return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
    case "binary":
      return value instanceof Uint8Array;
    default:
      return true;
  }
}

function isInteger(value: unknown, bits: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value + 0.5) < 2 ** (bits - 1);
}

/** The error that reading gave, with the path of the field that could not be read. */
export function locateBytes(type: Fieldset, reader: ProtocolReader, error: ProtocolError): ProtocolError {
  const path: string[] = [];
  try {
    walkFields(type, reader, path);
  } catch {
    // The same error, at the same byte; only the path is wanted.
  }
  if (path.length === 0) return error;
  const where = path.join("").replace(/^\./, "");
  return new ProtocolError(error.code, `${where}: ${error.message}`, {
    path: where,
    offset: error.offset,
    cause: error.cause,
  });
}

function walkFields(type: Fieldset, r: ProtocolReader, path: string[]): void {
  r.structBegin();
  for (let header = r.fieldBegin(); header !== 0; header = r.fieldBegin()) {
    const field = type.fields.find((candidate) => fieldHeader(candidate) === header);
    path.push(field ? `.${field.name}` : `.${(header << 16) >> 16}`);
    if (field) walk(field.type, r, path);
    else r.skip(header >>> 16);
    r.fieldEnd();
    path.pop();
  }
  r.structEnd();
}

function walk(type: Type, r: ProtocolReader, path: string[]): void {
  switch (type.kind) {
    case "list":
      walkItems(type.of, r.listBegin(wireTypeOf(type.of)), r, path);
      return r.listEnd();
    case "set":
      walkItems(type.of, r.setBegin(wireTypeOf(type.of)), r, path);
      return r.setEnd();
    case "map":
      return walkEntries(type.key, type.value, r, path);
    case "struct":
    case "union":
    case "exception":
      return walkFields(type, r, path);
    case "i64":
      return void (type.as === "number" ? r.i64Number() : r.i64());
    case "string":
      return void r.string();
    default:
      return r.skip(wireTypeOf(type));
  }
}

function walkItems(of: Type, size: number, r: ProtocolReader, path: string[]): void {
  for (let i = 0; i < size; i++) {
    path.push(`[${i}]`);
    walk(of, r, path);
    path.pop();
  }
}

function walkEntries(key: Type, value: Type, r: ProtocolReader, path: string[]): void {
  const size = r.mapBegin(wireTypeOf(key), wireTypeOf(value));
  for (let i = 0; i < size; i++) {
    path.push(`[entry ${i}]`);
    walk(key, r, path);
    walk(value, r, path);
    path.pop();
  }
  r.mapEnd();
}
