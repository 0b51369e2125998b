import { errorLine } from "./error-line.ts";

/** An error as a line of the log: its code and what caused it, too. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return errorLine(String(error));
  const code = "code" in error ? ` (${String(error.code)})` : "";
  const cause = error.cause instanceof Error ? `, caused by ${error.cause.message}` : "";
  return errorLine(`${error.name}: ${error.message}${code}${cause}`);
}
