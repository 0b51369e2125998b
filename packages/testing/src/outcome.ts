import { isThriftError, type ProtocolError } from "@seapink/core";

/** What this returns, or the `ProtocolError` that it throws. Any other error is thrown on: nobody may see one. */
export function outcome<T>(run: () => T): T | ProtocolError {
  try {
    return run();
  } catch (error) {
    if (isProtocolError(error)) return error;
    throw error;
  }
}

/** By name, so that another copy of the class is known too. */
export function isProtocolError(error: unknown): error is ProtocolError {
  return isThriftError(error) && error.name === "ProtocolError";
}
