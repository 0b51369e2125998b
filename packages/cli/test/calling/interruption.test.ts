import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { interruption } from "../../src/calling/interruption.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("leaves neither a timer nor a listener behind, and takes one signal for all", () => {
  const listeners = process.listenerCount("SIGINT");
  const interrupted = interruption();
  expect(interrupted.signal.aborted).toBe(false);
  process.emit("SIGINT");
  process.emit("SIGINT");
  expect([interrupted.signal.aborted, vi.getTimerCount()]).toEqual([true, 1]);
  interrupted[Symbol.dispose]();
  expect([vi.getTimerCount(), process.listenerCount("SIGINT")]).toEqual([0, listeners]);
});
