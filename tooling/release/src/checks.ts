/** Something that must hold of a release: it rejects, with the reason, when it does not. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<void>;
  /** Why it cannot be tried here, if it cannot. */
  readonly skipped?: string | undefined;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs checks, so many at once, telling of each as it ends, and goes on after a failure. */
export async function runChecks(
  checks: readonly Check[],
  say: (line: string) => void,
  atOnce: number = 1,
): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const waiting = checks.values();
  const worker = async (): Promise<void> => {
    for (const check of waiting) counts[await runCheck(check, say)]++;
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return counts;
}

async function runCheck({ name, run, skipped }: Check, say: (line: string) => void): Promise<keyof Counts> {
  if (skipped !== undefined) {
    say(`SKIPPED  ${name}: ${skipped}`);
    return "skipped";
  }
  try {
    await run();
    say(`ok    ${name}`);
    return "passed";
  } catch (error) {
    say(`FAIL  ${name}\n${error instanceof Error ? error.message : String(error)}`);
    return "failed";
  }
}
