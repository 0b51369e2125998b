import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressOn, progressText, silent, sizeText } from "../src/progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1.0 KiB"],
  [1_500_000, "1.4 MiB"],
  [5 * 1024 ** 3, "5.0 GiB"],
  [5 * 1024 ** 5, "5120.0 TiB"],
])("says of %i bytes that they are %s", (bytes, text) => expect(sizeText(bytes)).toBe(text));

test.each([
  [0, 100, "  0% ░░░░░░░░░░░░░░░░░░░░ 0 B of 100 B, 1 B/s  a"],
  [45, 100, " 45% █████████░░░░░░░░░░░ 45 B of 100 B, 1 B/s  a"],
  [100, 100, "100% ████████████████████ 100 B of 100 B, 1 B/s  a"],
  [200, 100, "100% ████████████████████ 200 B of 100 B, 1 B/s  a"],
  [0, 0, "100% ████████████████████ 0 B of 0 B, 1 B/s  a"],
  [45, undefined, "45 B, 1 B/s  a"],
])("shows %i of %j bytes", (bytes, total, text) => {
  expect(progressText("a", { bytes, total, rate: "1 B/s" })).toBe(text);
});

function terminal(columns: number): { isTTY: boolean; columns: number; texts: string[]; write(text: string): void } {
  const texts: string[] = [];
  return { isTTY: true, columns, texts, write: (text) => void texts.push(text) };
}

test("shows on a terminal how far it is, no wider than that, and removes it", () => {
  const to = terminal(12);
  const progress = progressOn(to, "a", 100);
  progress.add(50);
  expect(to.texts).toEqual([]);
  vi.advanceTimersByTime(100);
  progress.stop();
  vi.advanceTimersByTime(1_000);
  expect(to.texts).toEqual(["\r 50% ██████\u001b[K", "\r\u001b[K"]);
});

test("takes a terminal that does not know its width for one of 80 columns", () => {
  const to = terminal(0);
  const progress = progressOn(to, "n".repeat(100), undefined);
  vi.advanceTimersByTime(100);
  progress.stop();
  expect(to.texts[0]).toHaveLength("\r".length + 79 + "\u001b[K".length);
});

test("shows nothing of what is over soon", () => {
  const to = terminal(80);
  const progress = progressOn(to, "a", 100);
  vi.advanceTimersByTime(99);
  progress.stop();
  expect(to.texts).toEqual([]);
});

test("is silent where there is no terminal", () => expect(progressOn({ write: () => true }, "a", 1)).toBe(silent));
