import { isThriftError, ThriftError, type ThriftErrorOptions } from "./thrift-error.ts";

/**
 * `invalid_data`: bytes or values that no valid message has. `negative_size`: a length below zero. `size_limit` and
 * `depth_limit`: valid, but beyond a limit. `bad_version`: another version or protocol. `not_implemented`: valid, but
 * not carried here.
 */
export type ProtocolErrorCode =
  | "invalid_data"
  | "negative_size"
  | "size_limit"
  | "bad_version"
  | "depth_limit"
  | "not_implemented";

/** Bytes or values that break the encoding. A value that could not be written was not sent: `mayHaveRun` is false. */
export class ProtocolError extends ThriftError<ProtocolErrorCode> {
  /** The byte at which reading stopped, counted from the beginning of the bytes given; -1 when writing. */
  readonly offset: number;
  /** Where in the struct: `req.ids[3]`; empty where it is not known. */
  readonly path: string;

  constructor(
    code: ProtocolErrorCode,
    message: string,
    options: ThriftErrorOptions & { readonly offset?: number; readonly path?: string } = {},
  ) {
    super(code, message, { ...options, mayHaveRun: options.mayHaveRun ?? options.offset !== undefined });
    this.offset = options.offset ?? -1;
    this.path = options.path ?? "";
  }
}
ProtocolError.prototype.name = "ProtocolError";

/** Recognises a `ProtocolError`, also that of another copy of the package. */
export function isProtocolError(error: unknown): error is ProtocolError {
  return isThriftError(error) && error.name === "ProtocolError";
}
