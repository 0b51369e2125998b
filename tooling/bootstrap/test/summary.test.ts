import { expect, test } from "vitest";
import { countTests, summary } from "../summary.mjs";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((result) => ({ status: result })),
});

const report = (passed: number, failed: number, pending: number, todo: number, ...testResults: object[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: todo,
  testResults,
});

test.each([
  ["a good run", report(2, 0, 0, 0, file("passed", "passed", "passed")), 0, "2 passed, 0 failed, 0 skipped"],
  ["skipped and planned tests", report(1, 0, 2, 1, file("passed", "passed")), 0, "1 passed, 0 failed, 3 skipped"],
  ["a failing test", report(1, 1, 0, 0, file("failed", "passed", "failed")), 1, "1 passed, 1 failed, 0 skipped"],
  [
    "a file that does not load",
    report(1, 0, 0, 0, file("passed", "passed"), file("failed")),
    1,
    "1 passed, 1 failed, 0 skipped",
  ],
  ["an error outside of any test", report(1, 0, 0, 0, file("passed", "passed")), 1, "1 passed, 1 failed, 0 skipped"],
  ["a run that wrote no report", undefined, 134, "0 passed, 1 failed, 0 skipped"],
])("counts %s", (_, results, exitCode, line) => {
  expect(summary(countTests(results, exitCode))).toBe(line);
});
