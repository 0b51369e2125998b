import { isThriftError, ThriftError, type ThriftErrorOptions } from "./thrift-error.ts";

/**
 * `not_open`: there is no connection, or it takes no more calls. `closed`: it was lost. `timed_out`: our own deadline
 * passed. `cancelled`: the caller's signal. `end_of_data`: it ended inside a message. `frame_too_large`: a frame beyond
 * the limit. `overloaded`: too much waits on this side already. `corrupt`: what arrived is not what was expected.
 */
export type TransportErrorCode =
  | "not_open"
  | "closed"
  | "timed_out"
  | "cancelled"
  | "end_of_data"
  | "frame_too_large"
  | "overloaded"
  | "corrupt";

/** The lane broke, or a call could not wait for its answer. */
export class TransportError extends ThriftError<TransportErrorCode> {
  // Declared here so that the reference of this class shows it.
  constructor(code: TransportErrorCode, message: string, options: ThriftErrorOptions = {}) {
    super(code, message, options);
  }
}
TransportError.prototype.name = "TransportError";

/** Recognises a `TransportError`, also that of another copy of the package. */
export function isTransportError(error: unknown): error is TransportError {
  return isThriftError(error) && error.name === "TransportError";
}
