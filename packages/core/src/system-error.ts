import { ApplicationError, isApplicationError } from "./application-error.ts";
import { isThriftError } from "./thrift-error.ts";
import { isTransportError } from "./transport-error.ts";

/**
 * What the peer is told when a handler failed. An `ApplicationError` is meant for it. Of what happens to a call that is
 * passed on to another server it learns whether it may try again. Everything else stays here.
 */
export function systemError(error: unknown): ApplicationError {
  if (!isThriftError(error)) return new ApplicationError("internal_error", "internal error", { cause: error });
  if (isApplicationError(error)) return error;
  if (error.code === "timed_out") return new ApplicationError("timed_out", "timed out", { cause: error });
  if (error.code === "not_implemented") return new ApplicationError("protocol_error", error.message, { cause: error });
  const isDeclined = isTransportError(error) && !error.mayHaveRun;
  return isDeclined
    ? new ApplicationError("declined", "declined before it ran", { cause: error })
    : new ApplicationError("internal_error", "internal error", { cause: error });
}
