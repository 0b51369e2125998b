import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ClientWatch, KeepAlive } from "../src/keep-alive.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The wheel of deadlines is late by as much. */
const slackMs = 16;

function asking(intervalMs: number): { readonly said: string[]; readonly keepAlive: KeepAlive } {
  const said: string[] = [];
  const keepAlive = new KeepAlive(
    intervalMs,
    () => said.push("ask"),
    (silentMs) => said.push(`silent for ${Math.floor(silentMs / 1000)} s`),
  );
  return { said, keepAlive };
}

describe("a client", () => {
  test("asks once in each interval, as long as it is answered", async () => {
    const { said, keepAlive } = asking(1000);
    for (let i = 1; i <= 5; i++) {
      await vi.advanceTimersByTimeAsync(1000 + slackMs);
      expect(said).toHaveLength(i);
      keepAlive.hear();
    }
    expect(new Set(said)).toEqual(new Set(["ask"]));
    keepAlive.stop();
  });

  test("gives up after two intervals without an answer, once", async () => {
    const { said } = asking(1000);
    await vi.advanceTimersByTimeAsync(1000 + slackMs);
    expect(said).toEqual(["ask"]);
    await vi.advanceTimersByTimeAsync(1000 + slackMs);
    expect(said).toEqual(["ask", "silent for 2 s"]);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(said).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("counts from what it last heard", async () => {
    const { said, keepAlive } = asking(1000);
    await vi.advanceTimersByTimeAsync(1000 + slackMs);
    keepAlive.hear();
    await vi.advanceTimersByTimeAsync(2000 + slackMs);
    expect(said).toEqual(["ask", "ask", "ask"]);
    await vi.advanceTimersByTimeAsync(1000 + slackMs);
    expect(said.at(-1)).toBe("silent for 2 s");
  });

  test.each([
    ["never, where it is not to", Number.POSITIVE_INFINITY, false],
    ["no more once it has stopped", 1000, true],
  ])("asks %s, and leaves no timer", async (_, intervalMs, stops) => {
    const { said, keepAlive } = asking(intervalMs);
    if (stops) keepAlive.stop();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(said).toEqual([]);
  });
});

function watching(
  silenceMs: number,
  mayEnd = (): boolean => true,
): { readonly said: number[]; readonly watch: ClientWatch } {
  const said: number[] = [];
  return { said, watch: new ClientWatch(silenceMs, mayEnd, (silentMs) => said.push(silentMs)) };
}

describe("a server", () => {
  test("notices silence, once, within an eighth more than its time", async () => {
    const { said } = watching(8000);
    await vi.advanceTimersByTimeAsync(7990);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(1010 + 9 * slackMs);
    expect(said).toHaveLength(1);
    expect(said[0]).toBeGreaterThanOrEqual(8000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("counts from the last that it heard", async () => {
    const { said, watch } = watching(8000);
    await vi.advanceTimersByTimeAsync(7000);
    watch.hear();
    await vi.advanceTimersByTimeAsync(7500);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(said).toHaveLength(1);
  });

  test("gives nobody up who waits for it, and whose time begins behind that", async () => {
    let isBusy = true;
    const { said } = watching(8000, () => !isBusy);
    await vi.advanceTimersByTimeAsync(100_000);
    isBusy = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(4000);
    expect(said).toHaveLength(1);
  });

  test("looks no more once it has stopped", async () => {
    const { said, watch } = watching(8000);
    watch.stop();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(said).toEqual([]);
  });
});
