import { ProtocolError, type ProtocolReader } from "@seapink/core";
import { fieldHeader } from "./field-header.ts";
import { fieldStep, pathText } from "./field-path.ts";
import type { Field, Fieldset, Type } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";

// Compiled codecs know no paths: keeping one would cost every call. After an error the bytes are walked once more by the
// slow functions here, to say where it was.

/** The error that reading gave, with the path of the field that could not be read. `reader` begins where that one did. */
export function locateBytes(type: Fieldset, reader: ProtocolReader, error: ProtocolError): ProtocolError {
  const steps = stepsToError(type, reader);
  if (steps.length === 0) return error;
  const path = pathText(steps.join(""));
  const { code, message, offset, cause } = error;
  return new ProtocolError(code, `${path}: ${message}`, { path, offset, ...(cause === undefined ? {} : { cause }) });
}

/** The way to what is wrong, which is where the walk ends. */
function stepsToError(type: Fieldset, reader: ProtocolReader): readonly string[] {
  const steps: string[] = [];
  try {
    walkFields(type, reader, steps);
    return [];
  } catch {
    // The same error as before, at the same byte; only the path is wanted.
    return steps;
  }
}

function walkFields(type: Fieldset, r: ProtocolReader, steps: string[]): void {
  const missing = new Set(type.fields.filter((field) => field.requiredness === "required" && type.kind !== "union"));
  let arms = 0;
  r.structBegin();
  for (let header = r.fieldBegin(); header !== 0; header = r.fieldBegin()) {
    const field = type.fields.find((candidate) => fieldHeader(candidate) === header);
    if (field) arms++;
    walkField(field, header, r, steps);
    if (field) missing.delete(field);
    r.fieldEnd();
  }
  r.structEnd();
  for (const field of missing) {
    if (field.default !== undefined) continue;
    steps.push(fieldStep(field.name));
    throw new Error("required, but missing");
  }
  if (type.kind === "union" && arms > 1) throw new Error("more than one arm");
}

function walkField(field: Field | undefined, header: number, r: ProtocolReader, steps: string[]): void {
  steps.push(field ? fieldStep(field.name) : `[field ${(header << 16) >> 16}]`);
  if (field) walk(field.type, r, steps);
  else r.skip(header >>> 16);
  steps.pop();
}

function walk(type: Type, r: ProtocolReader, steps: string[]): void {
  switch (type.kind) {
    case "list":
      walkItems(type.of, r.listBegin(wireTypeOf(type.of)), r, steps);
      return r.listEnd();
    case "set":
      walkItems(type.of, r.setBegin(wireTypeOf(type.of)), r, steps);
      return r.setEnd();
    case "map":
      return walkEntries(type.key, type.value, r, steps);
    case "struct":
    case "union":
    case "exception":
      return walkFields(type, r, steps);
    case "i64":
      return void (type.as === "number" ? r.i64Number() : r.i64());
    case "string":
      return void r.string();
    default:
      return r.skip(wireTypeOf(type));
  }
}

function walkItems(of: Type, size: number, r: ProtocolReader, steps: string[]): void {
  for (let i = 0; i < size; i++) {
    steps.push(`[${i}]`);
    walk(of, r, steps);
    steps.pop();
  }
}

function walkEntries(key: Type, value: Type, r: ProtocolReader, steps: string[]): void {
  const size = r.mapBegin(wireTypeOf(key), wireTypeOf(value));
  for (let i = 0; i < size; i++) {
    steps.push(`[entry ${i}]`);
    walk(key, r, steps);
    walk(value, r, steps);
    steps.pop();
  }
  r.mapEnd();
}
