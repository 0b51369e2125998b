/** Something that must hold of a release: it rejects, with the reason, when it does not. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<void>;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs one check after the other, telling of each, and goes on after a failure. */
export async function runChecks(checks: readonly Check[], say: (line: string) => void): Promise<Counts> {
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      await run();
      say(`ok    ${name}`);
    } catch (error) {
      failed++;
      say(`FAIL  ${name}\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { passed: checks.length - failed, failed };
}
