/** One thing that was tried, and what became of it. */
export interface Step {
  readonly name: string;
  readonly outcome: string;
  readonly isExpected: boolean;
  readonly durationMs: number;
}

/** What is expected of a call, and how it says that it failed. */
export interface Trial {
  readonly expected: string;
  readonly outcomeOf: (error: unknown) => { readonly message: string };
}

export async function tried(name: string, call: () => Promise<string>, { expected, outcomeOf }: Trial): Promise<Step> {
  const began = performance.now();
  const outcome = await call().catch((error: unknown) => outcomeOf(error).message);
  return { name, outcome, isExpected: outcome === expected, durationMs: performance.now() - began };
}
