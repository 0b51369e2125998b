import { exitCodes, type Outcome, outcomeOf as commonOutcomeOf, printable } from "@seapink/addresses/command";
import { MissingFileError } from "./missing-file-error.ts";
import { WrongAnswerError } from "./wrong-answer-error.ts";

/** What a failed command says on standard error, and its exit code. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WrongAnswerError) return { message: printable(error.message), exitCode: exitCodes.system };
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
      return `refused: ${at(error.path)}${reason}`;
    case "NotWritten":
      return `not written: ${at(error.path)}${reason}`;
    default:
      return undefined;
  }
}

/** Nothing for the empty path. */
function at(path: unknown): string {
  return path === "" ? "" : `${String(path)}: `;
}
