import { type Dialect, isThriftError, type ThriftError, TransportError } from "@seapink/core";

/** What a lane is closed with when a dialect fails at it before there is a channel. */
export function couldNotBegin(dialect: Dialect, cause: unknown): ThriftError {
  if (isThriftError(cause)) return cause;
  return new TransportError("closed", `${dialect.name} could not begin`, { cause });
}
