import { getSystemErrorMap } from "node:util";

/** What a command has to say cannot be written: the disk is full, say. */
export class OutputError extends Error {
  override readonly name = "OutputError";

  constructor(cause: unknown) {
    super(`standard output: ${reasonOf(cause)}`, { cause });
  }
}

/** As the system says it: `no space left on device`. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const known = "errno" in cause && typeof cause.errno === "number" ? getSystemErrorMap().get(cause.errno) : undefined;
  return known?.[1] ?? cause.message;
}
