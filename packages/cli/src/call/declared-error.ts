import type { StructType } from "@seapink/schema";
import { toJson } from "@seapink/schema/json";
import { declaredField } from "../declared-field.ts";

/** A declared exception, as JSON says it: `{"notFound":{"key":"a"}}`, by the name of its field in `throws`. */
export class DeclaredError extends Error {
  override readonly name: string = "DeclaredError";
  readonly json: string;

  constructor(json: string, cause: unknown) {
    super(`expected a result, got the declared exception ${json.slice(0, 200)}`, { cause });
    this.json = json;
  }
}

/** The error as a `DeclaredError` if one of these result structs declares it, and otherwise the error itself. */
export function declared(error: unknown, ...results: readonly (StructType | undefined)[]): unknown {
  const field = declaredField(error, ...results);
  if (field === undefined) return error;
  return new DeclaredError(`{${JSON.stringify(field.name)}:${toJson(field.type, error)}}`, error);
}
