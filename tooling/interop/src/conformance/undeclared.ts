import { ApplicationError } from "@seapink/core";

/** An error that no method declares. Only what is thrown on purpose tells the other side its message. */
export function undeclared(message: string): ApplicationError {
  return new ApplicationError("unknown", message);
}
