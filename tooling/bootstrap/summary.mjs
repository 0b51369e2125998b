import { existsSync, readFileSync, rmSync } from "node:fs";

/** So that an old report is never taken for that of a run which wrote none. */
export function forgetReport(path) {
  rmSync(path, { force: true });
}

/** What vitest wrote with its JSON reporter; `undefined` if it never came to that. */
export function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/**
 * Counts tests, and as one failure each file that failed without a failing test: it did not load. A run that failed
 * for another reason (an error outside of any test) counts as one failure, so that no failed run looks like a good one.
 */
export function countTests(report, exitCode) {
  const broken = report?.testResults.filter(isBroken).length ?? 0;
  const failed = (report?.numFailedTests ?? 0) + broken;
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

function isBroken(file) {
  return file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed");
}

/** Two runs as one; the second may not have been made. */
export function sumOf(first, second = { passed: 0, failed: 0, skipped: 0 }) {
  return {
    passed: first.passed + second.passed,
    failed: first.failed + second.failed,
    skipped: first.skipped + second.skipped,
  };
}

export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
