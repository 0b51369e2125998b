import { expect, test } from "vitest";
import { MemoryWatch, residentBytes } from "../../src/stream/memory-watch.ts";

const mebibyte = 1_048_576;

test("sees memory that a process takes, and remembers it when it is free again", async () => {
  const watch = new MemoryWatch(process.pid);
  const taken: Uint8Array[] = [];
  await watch.during(() => {
    taken.push(new Uint8Array(64 * mebibyte).fill(1));
    return Promise.resolve();
  });
  const { growth } = watch;
  expect(growth).toBeGreaterThan(48 * mebibyte);
  taken.length = 0;
  await watch.during(() => Promise.resolve());
  expect(watch.growth).toBeGreaterThanOrEqual(growth);
});

test("says what the process itself knows, and nothing of one that has ended", () => {
  const own = process.memoryUsage.rss();
  expect(residentBytes(process.pid)).toBeGreaterThan(own / 2);
  expect(residentBytes(process.pid)).toBeLessThan(own * 2);
  expect(residentBytes(2 ** 22 + 1)).toBe(0);
});
