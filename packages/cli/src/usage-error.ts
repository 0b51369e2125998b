/** A mistake in the arguments of a command: what was expected, and what was given. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}
