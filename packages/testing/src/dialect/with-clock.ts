import { vi } from "vitest";

/** How late the shared timer wheel may be: two of its turns. */
export const toleranceMs = 16;

/** Runs a test by a clock that only it moves. */
export async function withClock(run: (advance: (ms: number) => Promise<unknown>) => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    await run((ms) => vi.advanceTimersByTimeAsync(ms));
  } finally {
    vi.useRealTimers();
  }
}
