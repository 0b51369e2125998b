import { Expiring, now, TimerWheel } from "@seapink/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

class Entry extends Expiring {
  readonly times: number[] = [];
  readonly #also: () => void;

  constructor(also: () => void = () => undefined) {
    super();
    this.#also = also;
  }

  onExpired(): void {
    this.times.push(now());
    this.#also();
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("an entry", () => {
  test.each([0, 1, 7, 8, 9, 100, 1000, 8191, 8192, 8193, 20_000, 100_000])(
    "expires once, within 9 ms after its time in %d ms",
    (ms) => {
      const entry = new Entry();
      const due = now() + ms;
      new TimerWheel().add(entry, due);
      vi.advanceTimersByTime(ms + 9);
      expect(entry.times).toHaveLength(1);
      expect(entry.times[0]).toBeGreaterThanOrEqual(due);
      vi.advanceTimersByTime(50_000);
      expect(entry.times).toHaveLength(1);
    },
  );

  test("waits for weeks, which no single timer can", () => {
    const entry = new Entry();
    const weeks = 40 * 24 * 3_600_000;
    new TimerWheel().add(entry, now() + weeks);
    vi.advanceTimersByTime(weeks - 9000);
    expect(entry.times).toStrictEqual([]);
    vi.advanceTimersByTime(9009);
    expect(entry.times).toHaveLength(1);
  });

  test("expires by the clock that is there, whatever another clock had in store", async () => {
    const wheel = new TimerWheel();
    const left = new Entry();
    vi.advanceTimersByTime(60_000);
    wheel.add(left, now() + 5);
    vi.useRealTimers();
    const { promise, resolve } = Promise.withResolvers<void>();
    wheel.add(new Entry(resolve), now() + 20);
    await promise;
    expect(left.times).toStrictEqual([]);
  });

  test("that fails keeps no other waiting, and its error is not swallowed", async () => {
    const wheel = new TimerWheel();
    const failing = new Entry(() => {
      throw new Error("an entry's own");
    });
    const uncaught = vi.fn<(error: unknown) => void>();
    const before = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException").on("uncaughtException", uncaught);
    const [first, last] = [new Entry(), new Entry()];
    for (const entry of [first, failing, last]) wheel.add(entry, now() + 10);
    vi.advanceTimersByTime(30);
    vi.useRealTimers();
    await new Promise((resolve) => setImmediate(resolve));
    process.removeAllListeners("uncaughtException");
    for (const listener of before) process.on("uncaughtException", listener);
    expect([first.times.length, last.times.length]).toStrictEqual([1, 1]);
    expect(uncaught.mock.calls).toMatchObject([[{ message: "an entry's own" }, expect.anything()]]);
  });

  test("does not expire before its time", () => {
    const entry = new Entry();
    new TimerWheel().add(entry, now() + 20_000);
    vi.advanceTimersByTime(19_999);
    expect(entry.times).toStrictEqual([]);
  });

  test("expires soon if its time has passed", () => {
    const entry = new Entry();
    new TimerWheel().add(entry, now() - 5000);
    vi.advanceTimersByTime(9);
    expect(entry.times).toHaveLength(1);
  });

  test("expires soon if its time passed while the wheel waited for another", () => {
    const wheel = new TimerWheel();
    const [far, past] = [new Entry(), new Entry()];
    wheel.add(far, now() + 8000);
    vi.advanceTimersByTime(4000);
    wheel.add(past, now() - 3000);
    vi.advanceTimersByTime(9);
    expect([far.times.length, past.times.length]).toStrictEqual([0, 1]);
    vi.advanceTimersByTime(4000);
    expect(far.times).toHaveLength(1);
  });

  test("never expires at Infinity, and sets no timer for it", () => {
    const entry = new Entry();
    new TimerWheel().add(entry, Number.POSITIVE_INFINITY);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("waits no longer once it is deleted, twice or not at all added", () => {
    const wheel = new TimerWheel();
    const entry = new Entry();
    wheel.delete(entry);
    wheel.add(entry, now() + 10);
    wheel.delete(entry);
    wheel.delete(entry);
    vi.advanceTimersByTime(10_000);
    expect(entry.times).toStrictEqual([]);
  });

  test("changes its time when added again", () => {
    const wheel = new TimerWheel();
    const entry = new Entry();
    wheel.add(entry, now() + 10);
    wheel.add(entry, now() + 500);
    vi.advanceTimersByTime(499);
    expect(entry.times).toStrictEqual([]);
    wheel.add(entry, Number.POSITIVE_INFINITY);
    vi.advanceTimersByTime(10_000);
    expect(entry.times).toStrictEqual([]);
  });

  test("can be added again when it has expired", () => {
    const wheel = new TimerWheel();
    const entry: Entry = new Entry(() => entry.times.length < 3 && wheel.add(entry, now() + 100));
    wheel.add(entry, now() + 100);
    vi.advanceTimersByTime(1000);
    expect(entry.times).toHaveLength(3);
  });
});

describe("many entries", () => {
  test("each expire at their time, with at most one timer", () => {
    const wheel = new TimerWheel();
    const began = now();
    const waiting = Array.from({ length: 3000 }, (_, i) => ({ entry: new Entry(), delay: (i * 7919) % 30_000 }));
    for (const { entry, delay } of waiting) wheel.add(entry, began + delay);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(30_010);
    const late = waiting.flatMap(({ entry, delay }) => entry.times.map((time) => time - began - delay));
    expect(late).toHaveLength(3000);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(9);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("of one slot survive that others of it are deleted, in each order", () => {
    for (const gone of [0, 1, 2]) {
      const wheel = new TimerWheel();
      const entries = [new Entry(), new Entry(), new Entry()];
      for (const entry of entries) wheel.add(entry, now() + 80);
      for (const entry of entries.slice(gone, gone + 1)) wheel.delete(entry);
      vi.advanceTimersByTime(100);
      expect(entries.map((entry) => entry.times.length)).toStrictEqual([0, 1, 2].map((i) => (i === gone ? 0 : 1)));
    }
  });

  test("may delete and add each other while they expire", () => {
    const wheel = new TimerWheel();
    const victim = new Entry();
    const added = new Entry();
    const killer = new Entry(() => {
      wheel.delete(victim);
      wheel.add(added, now() + 16);
    });
    wheel.add(victim, now() + 80);
    wheel.add(killer, now() + 80);
    vi.advanceTimersByTime(120);
    expect([killer, victim, added].map((entry) => entry.times.length)).toStrictEqual([1, 0, 1]);
  });
});
