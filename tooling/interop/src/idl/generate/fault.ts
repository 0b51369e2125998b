/** What is wrong with the code that was made of a file. */
export interface Fault {
  /** The IDL file. */
  readonly source: string;
  readonly reason: string;
}

/** The faults of each file, one line each: the first, and how many more there are. */
export function linesOf(faults: readonly Fault[]): ReadonlyMap<string, string> {
  const reasons = new Map<string, Set<string>>();
  for (const { source, reason } of faults) reasons.set(source, (reasons.get(source) ?? new Set()).add(reason));
  return new Map(
    Array.from(reasons, ([source, all]) => {
      const [first = ""] = all;
      return [source, `FAIL ${source}: ${first}${all.size > 1 ? ` (and ${all.size - 1} more)` : ""}`];
    }),
  );
}

/** What an error says, in one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s*\n\s*/g, " | ");
}
