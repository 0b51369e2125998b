import { exitCodes, type Outcome, outcomeOf as commonOutcomeOf } from "@seapink/addresses/command";
import { formatDiagnostic, IdlError } from "@seapink/idl";

/** What a failed command says on standard error, and its exit code. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof IdlError)) return commonOutcomeOf(error);
  const message = error.diagnostics.map(formatDiagnostic).join("\n");
  return { message: message === "" ? error.message : message, exitCode: exitCodes.usage };
}
