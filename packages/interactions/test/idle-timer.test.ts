import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { IdleTimer } from "../src/idle-timer.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

type Step = readonly [what: "rest" | "work" | "stop", forMs: number];

test.each<[what: string, steps: readonly Step[], told: number]>([
  [
    "says nothing before its time",
    [
      ["rest", 95],
      ["stop", 100],
    ],
    0,
  ],
  ["tells once", [["rest", 500]], 1],
  [
    "says nothing of what works",
    [
      ["rest", 50],
      ["work", 500],
    ],
    0,
  ],
  [
    "counts from the last rest",
    [
      ["rest", 50],
      ["work", 30],
      ["rest", 90],
      ["work", 200],
    ],
    0,
  ],
  [
    "tells after the last rest",
    [
      ["rest", 50],
      ["work", 30],
      ["rest", 130],
    ],
    1,
  ],
  [
    "tells of a rest behind work that outlasted it",
    [
      ["rest", 50],
      ["work", 200],
      ["rest", 130],
    ],
    1,
  ],
  [
    "says nothing once it is stopped",
    [
      ["rest", 50],
      ["stop", 500],
    ],
    0,
  ],
])("%s", async (_, steps, told) => {
  const onIdle = vi.fn<() => void>();
  const timer = new IdleTimer(100, onIdle);
  for (const [what, forMs] of steps) {
    timer[what]();
    await vi.advanceTimersByTimeAsync(forMs);
  }
  expect(onIdle).toHaveBeenCalledTimes(told);
});

test("waits for ever where there is no limit", () => {
  const timer = new IdleTimer(Number.POSITIVE_INFINITY, () => expect.unreachable());
  timer.rest();
  expect(vi.getTimerCount()).toBe(0);
});
