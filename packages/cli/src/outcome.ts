import { exitCodes, type Outcome, outcomeOf as commonOutcomeOf } from "@seapink/addresses/command";
import { IdlError } from "@seapink/idl";
import { isColoured } from "./is-coloured.ts";
import { showDiagnostic } from "./show-diagnostic.ts";

/** What a failed command says on standard error, and its exit code. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof IdlError)) return commonOutcomeOf(error);
  const hasColours = isColoured(process.stderr);
  const { diagnostics, message } = error;
  if (diagnostics.length === 0) return { message, exitCode: exitCodes.usage };
  const texts = diagnostics.map((diagnostic) => showDiagnostic(diagnostic, hasColours));
  return { message: texts.join("\n"), exitCode: exitCodes.usage, isSafe: true };
}
