import { expect, test } from "vitest";
import { Histogram } from "../../src/bench/histogram.ts";

function histogramOf(values: Iterable<number>): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
}

test.each([
  ["few", [5, 1, 3]],
  ["one", [0.25]],
  ["evenly spread ones", Array.from({ length: 10_000 }, (_, i) => (i + 1) / 100)],
  ["such with a long tail", Array.from({ length: 10_000 }, (_, i) => 1.5 ** (i / 250))],
])("is at most a percent off for %s", (_, values) => {
  const histogram = histogramOf(values);
  const sorted = values.toSorted((a, b) => a - b);
  for (const percent of [0, 1, 50, 90, 99, 99.9, 100]) {
    const exact = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] as number;
    expect(Math.abs(histogram.percentileMs(percent) / exact - 1)).toBeLessThan(0.01);
  }
  expect(histogram.count).toBe(values.length);
});

test("knows the longest exactly, and says of none that it was longer", () => {
  const histogram = histogramOf([1.2345, 77.7777]);
  expect([histogram.maxMs, histogram.percentileMs(100)]).toEqual([77.7777, 77.7777]);
});

test("takes what is shorter or longer than it tells apart", () => {
  const histogram = histogramOf([0, 1e-9, 2 ** 40]);
  expect(histogram.count).toBe(3);
  expect(histogram.percentileMs(50)).toBeLessThanOrEqual(0.001);
  expect(histogram.maxMs).toBe(2 ** 40);
});

test("says 0 of nothing", () => {
  expect(new Histogram().percentileMs(99)).toBe(0);
});
