import { ProtocolError, type ProtocolReader } from "@seapink/core";
import { fieldHeader } from "./field-header.ts";
import { fieldStep, pathText } from "./field-path.ts";
import { fewKeys, isGuarded } from "./key-guard.ts";
import type { Field, Fieldset, Type } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";

// Compiled codecs know no paths: keeping one would cost every call. After an error the bytes are walked once more by the
// slow functions here, to say where it was.

/** The error that reading gave, with the path of the field that could not be read. `reader` begins where that one did. */
export function locateBytes(type: Fieldset, reader: ProtocolReader, error: ProtocolError): ProtocolError {
  const steps = stepsToError(type, new Walk(reader, error.offset));
  if (steps.length === 0) return error;
  const path = pathText(steps.join(""));
  const { code, message, offset, cause } = error;
  return new ProtocolError(code, `${path}: ${message}`, { path, offset, ...(cause === undefined ? {} : { cause }) });
}

/** Where a walk is. */
class Walk {
  readonly r: ProtocolReader;
  readonly steps: string[] = [];
  /** The way to the keys whose hashes were the same, which is an error of time alone. */
  stepsToKeys: readonly string[] | undefined;
  readonly #offset: number;

  constructor(r: ProtocolReader, offset: number) {
    this.r = r;
    this.#offset = offset;
  }

  passKeys(key: Type, size: number): void {
    const isThere = this.#offset >= 0 && this.r.offset >= this.#offset;
    if (isThere && size > fewKeys && isGuarded(key)) this.stepsToKeys ??= this.steps.slice(0, -1);
  }
}

/** The way to what is wrong, which is where the walk ends. */
function stepsToError(type: Fieldset, walk: Walk): readonly string[] {
  try {
    walkFields(type, walk);
    return walk.stepsToKeys ?? [];
  } catch {
    // The same error as before, at the same byte; only the path is wanted.
    return walk.steps;
  }
}

function walkFields(type: Fieldset, walk: Walk): void {
  const { r, steps } = walk;
  const missing = new Set(type.fields.filter((field) => field.requiredness === "required" && type.kind !== "union"));
  let arms = 0;
  r.structBegin();
  for (let header = r.fieldBegin(); header !== 0; header = r.fieldBegin()) {
    const field = type.fields.find((candidate) => fieldHeader(candidate) === header);
    if (field) arms++;
    walkField(field, header, walk);
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

function walkField(field: Field | undefined, header: number, walk: Walk): void {
  const { r, steps } = walk;
  steps.push(field ? fieldStep(field.name) : `[field ${(header << 16) >> 16}]`);
  if (field) walkValue(field.type, walk);
  else r.skip(header >>> 16);
  steps.pop();
}

function walkValue(type: Type, walk: Walk): void {
  const { r } = walk;
  switch (type.kind) {
    case "list":
      walkItems(type.of, r.listBegin(wireTypeOf(type.of)), walk, false);
      return r.listEnd();
    case "set":
      walkItems(type.of, r.setBegin(wireTypeOf(type.of)), walk, true);
      return r.setEnd();
    case "map":
      return walkEntries(type.key, type.value, walk);
    case "struct":
    case "union":
    case "exception":
      return walkFields(type, walk);
    case "i64":
      return void (type.as === "number" ? r.i64Number() : r.i64());
    case "string":
      return void r.string();
    default:
      return r.skip(wireTypeOf(type));
  }
}

function walkItems(of: Type, size: number, walk: Walk, areKeys: boolean): void {
  for (let i = 0; i < size; i++) {
    walk.steps.push(`[${i}]`);
    walkValue(of, walk);
    if (areKeys) walk.passKeys(of, size);
    walk.steps.pop();
  }
}

function walkEntries(key: Type, value: Type, walk: Walk): void {
  const { r, steps } = walk;
  const size = r.mapBegin(wireTypeOf(key), wireTypeOf(value));
  for (let i = 0; i < size; i++) {
    steps.push(`[entry ${i}]`);
    walkValue(key, walk);
    walkValue(value, walk);
    walk.passKeys(key, size);
    steps.pop();
  }
  r.mapEnd();
}
