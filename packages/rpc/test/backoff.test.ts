import { expect, test } from "vitest";
import { Backoff } from "../src/backoff.ts";

function after(failures: number, options: ConstructorParameters<typeof Backoff>[0] = {}): Backoff {
  const backoff = new Backoff({ minDelayMs: 100, maxDelayMs: 1000, random: () => 0.5, ...options });
  for (let i = 0; i < failures; i++) backoff.failed();
  return backoff;
}

test.each([
  [0, 0],
  [1, 50],
  [2, 100],
  [3, 200],
  [4, 400],
  [5, 500],
  [6, 500],
  [5000, 500],
])("after %d failures it waits half of a bound that doubles: %d ms", (failures, delayMs) => {
  expect(after(failures).nextDelayMs()).toBe(delayMs);
});

test.each([0, 0.25, 0.999])("waits a random part of the bound: %d", (part) => {
  expect(after(3, { random: () => part }).nextDelayMs()).toBe(400 * part);
});

test("waits between 0 and 100 ms first, and up to 10 s later, by default", () => {
  const backoff = new Backoff({});
  backoff.failed();
  expect(backoff.nextDelayMs()).toBeLessThan(100);
  expect(new Set(Array.from({ length: 10 }, () => backoff.nextDelayMs())).size).toBeGreaterThan(1);
  for (let i = 0; i < 40; i++) backoff.failed();
  const delays = Array.from({ length: 200 }, () => backoff.nextDelayMs());
  expect(Math.max(...delays)).toBeLessThan(10_000);
  expect(Math.max(...delays)).toBeGreaterThan(5000);
});

test.each([
  ["is forgotten when it outlived the wait that the next failure brings", 801, 0],
  ["counts as a failure when it did not", 800, 400],
])("what ends %s", (_, livedMs, delayMs) => {
  const backoff = after(3);
  backoff.ended(livedMs);
  expect(backoff.nextDelayMs()).toBe(delayMs);
});
