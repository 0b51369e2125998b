import { isApplicationError, isProtocolError, isThriftError, type ThriftError } from "@seapink/core";
import { AddressError } from "../address-error.ts";
import { OutputError } from "./output-error.ts";

/**
 * Exit codes: a declared exception, what a check has found, a mistake in the command, no answer or nowhere to write it,
 * the peer's system error.
 */
export const exitCodes = { declared: 1, finding: 1, usage: 2, unreachable: 3, system: 4 } as const;

/** What a failed command says on standard error, and its exit code. */
export interface Outcome {
  readonly message: string;
  readonly exitCode: number;
  /** Whether the message may have lines and colours, and is safe otherwise. Any other is escaped, and cut, when it is printed. */
  readonly isSafe?: boolean;
}

/** How a command ends with an error. Declared exceptions are the command's own: it knows what they mean. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof AddressError) return { message: error.message, exitCode: exitCodes.usage };
  if (error instanceof OutputError) return { message: error.message, exitCode: exitCodes.unreachable };
  if (isApplicationError(error) && error.code !== "timed_out") {
    return { message: `${error.code}: ${error.message}`, exitCode: exitCodes.system };
  }
  if (isThriftError(error)) {
    return { message: `${error.code}: ${error.message}`, exitCode: exitCodes[reasonOf(error)] };
  }
  return { message: error instanceof Error ? error.message : String(error), exitCode: exitCodes.usage };
}

/** What could not be put on this wire was never sent. */
function reasonOf(error: ThriftError): "usage" | "unreachable" {
  return isProtocolError(error) && !error.mayHaveRun ? "usage" : "unreachable";
}
