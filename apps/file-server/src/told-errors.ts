import { ApplicationError } from "@seapink/core";
import { NotFound, NotWritten, Refused } from "./gen/filestore.ts";
import { PathError } from "./path-error.ts";
import { NotWrittenError } from "./write-file.ts";

/** What clients learn of the errors of the methods that declare none: `not_found` and `permission_denied`. */
export function asSystemError(error: unknown): unknown {
  if (!(error instanceof PathError)) return error;
  const code = error.kind === "missing" ? "not_found" : "permission_denied";
  return new ApplicationError(code, error.message, { cause: error });
}

/** What they learn of those of the methods that declare exceptions. */
export function asDeclaredError(error: unknown): unknown {
  if (error instanceof NotWrittenError) return new NotWritten({ path: error.path, reason: error.reason });
  if (!(error instanceof PathError)) return error;
  const { kind, path, reason } = error;
  return kind === "missing" ? new NotFound({ path }) : new Refused({ path, reason });
}

/** Does something, and fails with what clients may learn of its error. */
export async function telling<T>(told: (error: unknown) => unknown, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw told(error);
  }
}
