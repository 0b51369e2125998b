import { type Channel, TransportError } from "@seapink/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closing } from "../../src/call/closing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Closes {
  readonly channel: Channel;
  /** What it was closed with, each time. */
  readonly reasons: readonly unknown[];
}

const handle = (): Promise<undefined> => Promise.resolve(undefined);

/** A channel that is over as soon as it is closed with a reason, and without one in time, or never. */
function channelOver(drainMs: number): Closes {
  const reasons: unknown[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const close = (reason?: unknown): Promise<void> => {
    reasons.push(reason);
    if (reason !== undefined) resolve();
    else if (Number.isFinite(drainMs)) setTimeout(() => resolve(), drainMs);
    return promise;
  };
  const { signal } = new AbortController();
  return { channel: { handle, closing: signal, close, [Symbol.asyncDispose]: () => close() }, reasons };
}

const idle = new AbortController().signal;
const lost = new TransportError("closed", "lost");
const late = new TransportError("timed_out", "late");

test("cuts a connection that has failed", async () => {
  const { channel, reasons } = channelOver(Number.POSITIVE_INFINITY);
  await expect(closing(channel, idle, Promise.reject(lost))).rejects.toBe(lost);
  expect(reasons[0]).toBe(lost);
});

test.each([
  ["another error", idle, new Error("other")],
  ["an interrupt", AbortSignal.abort(), lost],
])("closes in order after %s", async (_, signal, error) => {
  const { channel, reasons } = channelOver(1);
  const closed = expect(closing(channel, signal, Promise.reject(error))).rejects.toBe(error);
  await vi.advanceTimersByTimeAsync(1);
  await closed;
  expect(reasons).toEqual([undefined]);
});

test("lets a peer that is late end in its turn, for a moment", async () => {
  const { channel, reasons } = channelOver(Number.POSITIVE_INFINITY);
  const closed = expect(closing(channel, idle, Promise.reject(late))).rejects.toBe(late);
  await vi.advanceTimersByTimeAsync(199);
  expect(reasons).toEqual([undefined]);
  await vi.advanceTimersByTimeAsync(1);
  await closed;
  expect(reasons.slice(0, 2)).toEqual([undefined, late]);
});
