import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressOn, progressText } from "../../src/bench/progress-line.ts";
import { Tally } from "../../src/bench/tally.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const span = { warmUpMs: 100, durationMs: 1_000 };

function terminal(
  isTTY: boolean,
  columns = 80,
): { isTTY: boolean; columns: number; written: string[]; write(text: string): void } {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text) => void written.push(text) };
}

test("writes a line on a terminal, and takes it away at the end", () => {
  const to = terminal(true, 20);
  const progress = progressOn(to, new Tally(), span);
  vi.advanceTimersByTime(1_000);
  expect(to.written.length).toBeGreaterThan(2);
  expect(to.written).toEqual(to.written.map(() => expect.stringMatching(/^\r.{0,19}\P{L}\[K$/u)));
  progress[Symbol.dispose]();
  expect(to.written.at(-1)).toBe("\r\u001b[K");
  const { length } = to.written;
  vi.advanceTimersByTime(1_000);
  expect(to.written).toHaveLength(length);
});

test("writes nothing where there is no terminal", () => {
  const to = terminal(false);
  const progress = progressOn(to, new Tally(), span);
  vi.advanceTimersByTime(1_000);
  progress[Symbol.dispose]();
  expect(to.written).toEqual([]);
});

test.each([
  [50, "warming up"],
  [600, "0.5 s of 1.0 s: 8 calls/s, p99 5.000 ms, 1 errors"],
  [5_000, "1.0 s of 1.0 s: 4 calls/s, p99 5.000 ms, 1 errors"],
])("says after %d ms how far it is", (elapsedMs, text) => {
  const tally = new Tally();
  for (let i = 0; i < 4; i++) tally.succeeded(5, 0);
  tally.failed(new Error("odd"));
  expect(progressText(tally, { ...span, elapsedMs })).toBe(text);
});
