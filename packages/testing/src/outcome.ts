import { isProtocolError, type ProtocolError } from "@seapink/core";

/** What this returns, or the `ProtocolError` that it throws. Any other error is thrown on: nobody may see one. */
export function outcome<T>(run: () => T): T | ProtocolError {
  try {
    return run();
  } catch (error) {
    if (isProtocolError(error)) return error;
    throw error;
  }
}
