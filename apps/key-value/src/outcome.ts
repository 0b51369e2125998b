import { exitCodes, type Outcome, outcomeOf as commonOutcomeOf, printable } from "@seapink/addresses/command";

/** What a failed command says on standard error, and its exit code. */
export function outcomeOf(error: unknown): Outcome {
  if (!isNotFound(error)) return commonOutcomeOf(error);
  return { message: `not found: ${printable(error.key)}`, exitCode: exitCodes.declared };
}

function isNotFound(error: unknown): error is Error & { readonly key: string } {
  return error instanceof Error && error.name === "NotFoundError" && "key" in error;
}
