import { alarm } from "@seapink/core";
import { afterEach, beforeEach, vi } from "vitest";

const realSetImmediate = setImmediate;

/**
 * Fake timers for a whole file. All calls of all files share one wheel of deadlines, so that the fake clock goes on
 * from the real one, and nothing of before waits in fake time, nor of fake time afterwards.
 */
export function fakeTime(): void {
  beforeEach(() => {
    const realMs = Math.ceil(performance.now());
    vi.useFakeTimers({ shouldClearNativeTimers: true });
    vi.advanceTimersByTime(realMs);
    alarm(0, () => undefined);
    vi.runAllTimers();
  });
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
  });
}

/** Lets time pass, and whatever happens then. Deadlines are up to 9 ms late, never early. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Lets happen what is under way and waits for no timer. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => void realSetImmediate(resolve));
}
