import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Report, reportTo } from "../../src/command/report.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function say(report: Report, count: number): string[] {
  const texts = Array.from({ length: count }, (_, i) => `line ${i}`);
  for (const text of texts) report.line(text);
  return texts;
}

test.each([
  [1, []],
  [20, []],
  [21, ["and 1 more"]],
  [5_000, ["and 4980 more"]],
])("of %i lines in a second writes 20 and sums up the rest", (count, rest) => {
  const written: string[] = [];
  const texts = say(
    reportTo((line) => written.push(line)),
    count,
  );
  expect(written).toEqual(texts.slice(0, 20));
  vi.advanceTimersByTime(1_000);
  expect(written).toEqual([...texts.slice(0, 20), ...rest]);
});

test("writes again in the next second, and is silent in a quiet one", () => {
  const written: string[] = [];
  const report = reportTo((line) => written.push(line));
  say(report, 25);
  vi.advanceTimersByTime(5_000);
  say(report, 2);
  vi.advanceTimersByTime(5_000);
  expect(written.slice(20)).toEqual(["and 5 more", "line 0", "line 1"]);
});

test("says what was left out when it is flushed, and once", () => {
  const written: string[] = [];
  const report = reportTo((line) => written.push(line));
  say(report, 23);
  report.flush();
  vi.advanceTimersByTime(1_000);
  expect(written.slice(20)).toEqual(["and 3 more"]);
});
