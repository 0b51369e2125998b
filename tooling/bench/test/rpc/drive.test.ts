import { expect, test } from "vitest";
import { drive } from "../../src/rpc/drive.ts";
import type { EchoClient } from "../../src/rpc/echo-subject.ts";

/** Answers every call in a later turn, and counts. */
class Counter implements EchoClient {
  calls = 0;
  running = 0;
  mostRunning = 0;

  check(): Promise<void> {
    return Promise.resolve();
  }

  call(answered: () => void): void {
    this.calls++;
    this.mostRunning = Math.max(this.mostRunning, ++this.running);
    setImmediate(() => {
      this.running--;
      answered();
    });
  }
}

test.each([1, 64])("keeps %i calls in flight, and counts all of them", async (inFlight) => {
  const counter = new Counter();
  const begin = performance.now();
  const round = await drive(counter, inFlight, 30);
  const elapsedMs = performance.now() - begin;
  expect(counter.mostRunning).toBe(inFlight);
  expect(counter.running).toBe(0);
  expect(round.callsPerSecond).toBeGreaterThanOrEqual((counter.calls / elapsedMs) * 1000);
  expect(round.callsPerSecond).toBeLessThanOrEqual((counter.calls / 25) * 1000);
});

test("takes the times of calls, the slowest hundredth apart", async () => {
  const { p50, p99 } = await drive(new Counter(), 8, 30);
  expect(p50).toBeGreaterThan(0);
  expect(p99).toBeGreaterThanOrEqual(p50);
});

test("rejects with what a call fails with", async () => {
  const failing: EchoClient = {
    check: () => Promise.resolve(),
    call: (_, failed) => failed(new Error("lost")),
  };
  await expect(drive(failing, 4, 10)).rejects.toThrow("lost");
});
