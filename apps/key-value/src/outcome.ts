import { exitCodes, type Outcome, outcomeOf as commonOutcomeOf } from "@seapink/addresses/command";
import { NotFoundError } from "./gen/keyvalue.ts";

/** What a failed command says on standard error, and its exit code. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof NotFoundError)) return commonOutcomeOf(error);
  return { message: `not found: ${error.key}`, exitCode: exitCodes.declared };
}
