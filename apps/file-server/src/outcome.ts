import { exitCodes, type Outcome, outcomeOf as commonOutcomeOf } from "@seapink/addresses/command";
import { NotFound, NotWritten, Refused } from "./gen/filestore.ts";
import { MissingFileError } from "./missing-file-error.ts";
import { WrongAnswerError } from "./wrong-answer-error.ts";

/** What a failed command says on standard error, and its exit code. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WrongAnswerError) return { message: error.message, exitCode: exitCodes.system };
  const declared = declaredMessage(error);
  if (declared === undefined) return commonOutcomeOf(error);
  return { message: declared, exitCode: exitCodes.declared };
}

function declaredMessage(error: unknown): string | undefined {
  if (error instanceof MissingFileError) return error.message;
  if (error instanceof NotFound) return `not found: ${error.path}`;
  if (error instanceof Refused) return `refused: ${at(error.path)}${error.reason}`;
  if (error instanceof NotWritten) return `not written: ${at(error.path)}${error.reason}`;
  return undefined;
}

/** Nothing for the empty path. */
function at(path: string): string {
  return path === "" ? "" : `${path}: `;
}
