import { expect, test } from "vitest";
import { count, type Counts, exitCode, formatRow, noCounts, summary } from "../src/report.ts";
import type { Result, Row, Status } from "../src/result.ts";

const combination = { framing: "framed", protocol: "json", multiplexed: true, tls: false } as const;
const row = (results: Row["results"]): Row => ({ peer: "py", part: { role: "client", combination }, results });
const result = (status: Status, name: string = status): Result => ({
  name,
  status,
  reason: status === "passed" ? undefined : `${name} because`,
});

const head = /^py +client framed\+multiplexed +json +/;

test.each<[string, Row["results"], string, Counts]>([
  ["all passed", [result("passed"), result("passed")], "pass (2 passed)", { passed: 2, failed: 0, skipped: 0 }],
  [
    "some known and skipped",
    [result("passed"), result("known"), result("skipped")],
    "pass (1 passed, 1 known to fail, 1 skipped)",
    { passed: 1, failed: 0, skipped: 2 },
  ],
  [
    "some failed",
    [result("passed"), result("failed", "one"), result("failed", "two")],
    "FAIL (1 passed, 2 failed)\n  FAIL one: one because\n  FAIL two: two because",
    { passed: 1, failed: 2, skipped: 0 },
  ],
  ["not tried", { skipped: "no TLS" }, "skipped: no TLS", { passed: 0, failed: 0, skipped: 1 }],
  ["broken", { failed: "no server" }, "FAIL no server", { passed: 0, failed: 1, skipped: 0 }],
])("tells and counts a row: %s", (_, results, told, counted) => {
  const counts = noCounts();
  count(counts, row(results));
  expect(formatRow(row(results)).replace(head, "")).toBe(told);
  expect(counts).toEqual(counted);
});

test("tells of a peer that is not there", () => {
  const line = formatRow({ peer: "py", part: undefined, results: { skipped: "not installed" } });
  expect(line).toMatch(/^py +skipped: not installed$/);
});

test("counts add up over rows", () => {
  const counts = noCounts();
  for (const results of [[result("passed"), result("failed")], [result("passed")]]) count(counts, row(results));
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

test.each([
  [{ passed: 3, failed: 0, skipped: 1 }, 0],
  [{ passed: 3, failed: 1, skipped: 0 }, 1],
  [{ passed: 0, failed: 1, skipped: 0 }, 1],
  [{ passed: 0, failed: 0, skipped: 9 }, 2],
])("%j ends with %i", (counts, code) => {
  expect(exitCode(counts)).toBe(code);
});

test("the last line is what scripts add up", () => {
  expect(summary({ passed: 1, failed: 2, skipped: 3 })).toBe("1 passed, 2 failed, 3 skipped");
});
