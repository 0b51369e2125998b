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

export interface RunOptions {
  /** Told of each check as it ends. */
  readonly say: (line: string) => void;
  /** How many checks run at once; default one. */
  readonly atOnce?: number;
}

/** Runs checks, and goes on after a failure. */
export async function runChecks(checks: readonly Check[], { say, atOnce = 1 }: RunOptions): Promise<Counts> {
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
