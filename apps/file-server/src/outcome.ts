import { exitCodes, type Outcome, outcomeOf as commonOutcomeOf, printable } from "@seapink/addresses/command";
import { MissingFileError } from "./missing-file-error.ts";

/** What a failed command says on standard error, and its exit code. */
export function outcomeOf(error: unknown): Outcome {
  const declared = declaredMessage(error);
  if (declared === undefined) return commonOutcomeOf(error);
  return { message: printable(declared), exitCode: exitCodes.declared };
}

function declaredMessage(error: unknown): string | undefined {
  if (error instanceof MissingFileError) return error.message;
  if (!(error instanceof Error && "path" in error)) return undefined;
  const reason = "reason" in error ? String(error.reason) : "";
  switch (error.name) {
    case "NotFound":
      return `not found: ${String(error.path)}`;
    case "Refused":
      return `refused: ${String(error.path)}: ${reason}`;
    case "NotWritten":
      return `not written: ${String(error.path)}: ${reason}`;
    default:
      return undefined;
  }
}
