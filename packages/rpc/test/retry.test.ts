import { ApplicationError, type Call, now, ProtocolError, TransportError } from "@seapink/core";
import { newInteraction } from "@seapink/interactions";
import { retry } from "@seapink/rpc";
import { describe, expect, test, vi } from "vitest";
import { callOf, replyOf, scripted, TestItems } from "./calls.ts";
import { fakeTime, pass } from "./fake-time.ts";

fakeTime();

const notOpen = new TransportError("not_open", "no connection", { mayHaveRun: false });
const unsent = { mayHaveRun: false };
const fixed = { minDelayMs: 100, random: () => 0.5 };

describe("a call is sent again", () => {
  test.each([
    ["that found no connection", notOpen],
    ["that was lost before it was sent", new TransportError("closed", "gone", unsent)],
    ["that had no room", new TransportError("overloaded", "full", unsent)],
    ["that the peer had no room for", new ApplicationError("overloaded", "busy")],
    ["that the peer declined", new ApplicationError("declined", "closing")],
  ])("%s", async (_, error) => {
    const handler = scripted(error, replyOf());
    const call = callOf();
    const answer = retry(fixed)(handler)(call);
    await pass(60);
    expect(await answer).toEqual(replyOf());
    expect(handler.calls).toEqual([call, call]);
  });
});

describe("a call is sent once", () => {
  test.each([
    ["that may have run", new TransportError("closed", "gone")],
    ["that timed out", new TransportError("timed_out", "late", unsent)],
    ["that was cancelled", new TransportError("cancelled", "enough", unsent)],
    ["that the peer does not know", new ApplicationError("unknown_method", "what?")],
    ["that the peer does not allow", new ApplicationError("permission_denied", "no")],
    ["that the peer does not allow, as plain Thrift has it", new ApplicationError("quota_exceeded", "no")],
    ["that the peer could not read", new ApplicationError("protocol_error", "what?")],
    ["that failed", new ApplicationError("internal_error", "internal error")],
    ["whose arguments do not fit", new ProtocolError("invalid_data", "no string")],
    ["that failed with an error of somebody else", Object.assign(new Error("closed"), { ...unsent, code: "closed" })],
  ])("%s", async (_, error) => {
    const handler = scripted(error, replyOf());
    await expect(retry(fixed)(handler)(callOf())).rejects.toBe(error);
    expect(handler.calls).toHaveLength(1);
  });

  test("that has items, since they may have begun to flow", async () => {
    const handler = scripted(notOpen, replyOf());
    await expect(retry(fixed)(handler)(callOf({ items: new TestItems(1) }))).rejects.toBe(notOpen);
    expect(handler.calls).toHaveLength(1);
  });

  test("that was cancelled meanwhile", async () => {
    const handler = scripted(notOpen, replyOf());
    const answer = retry(fixed)(handler)(callOf({ signal: AbortSignal.abort("enough") }));
    await expect(answer).rejects.toMatchObject({ code: "cancelled", ...unsent, cause: "enough" });
    expect(handler.calls).toHaveLength(1);
  });
});

test.each([
  [{}, 3],
  [{ attempts: 1 }, 1],
  [{ attempts: 5 }, 5],
])("sends %j at most so often: %d", async (options, attempts) => {
  const handler = scripted(...Array.from({ length: 10 }, () => notOpen));
  const answer = retry({ ...fixed, ...options })(handler)(callOf()).catch((e: unknown) => e);
  await pass(10_000);
  expect(await answer).toBe(notOpen);
  expect(handler.calls).toHaveLength(attempts);
});

test.each([0, -1, Number.NaN])("cannot send %d times", (attempts) => {
  expect(() => retry({ attempts })).toThrow(new RangeError(`expected a positive number of attempts, got ${attempts}`));
});

test("waits longer after each attempt", async () => {
  const times: number[] = [];
  const handler = (): Promise<never> => {
    times.push(now());
    return Promise.reject(notOpen);
  };
  const answer = retry({ ...fixed, maxDelayMs: 200, attempts: 5 })(handler)(callOf()).catch((e: unknown) => e);
  await pass(1000);
  expect(await answer).toBe(notOpen);
  // Timers are up to 9 ms late.
  const waits = times.slice(1).map((time, i) => Math.floor((time - (times[i] ?? 0)) / 10) * 10);
  expect(waits).toEqual([50, 100, 100, 100]);
});

test("does not wait where it would only be too late", async () => {
  const handler = scripted(notOpen, notOpen, replyOf());
  const call = callOf({ deadline: now() + 120 });
  const answer = retry(fixed)(handler)(call).catch((e: unknown) => e);
  await pass(60);
  expect(await answer).toBe(notOpen);
  expect(handler.calls).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test("stops waiting when the call is cancelled", async () => {
  const abort = new AbortController();
  const handler = scripted(notOpen, replyOf());
  const answer = retry(fixed)(handler)(callOf({ signal: abort.signal })).catch((e: unknown) => e);
  await pass(10);
  abort.abort("enough");
  expect(await answer).toMatchObject({ code: "cancelled", ...unsent, cause: "enough" });
  expect(vi.getTimerCount()).toBe(0);
  expect(handler.calls).toHaveLength(1);
});

function onFile(create: boolean): Call {
  return callOf({ interaction: { of: newInteraction("File").interaction, create } });
}

describe("of an interaction", () => {
  test("the creation is sent again", async () => {
    const handler = scripted(notOpen, replyOf());
    const answer = retry(fixed)(handler)(onFile(true));
    await pass(60);
    expect(await answer).toEqual(replyOf());
    expect(handler.calls.map(({ interaction }) => interaction?.create)).toEqual([true, true]);
  });

  test("a call is not, which those behind it would overtake", async () => {
    const handler = scripted(notOpen, replyOf());
    await expect(retry(fixed)(handler)(onFile(false))).rejects.toBe(notOpen);
    expect(handler.calls).toHaveLength(1);
  });

  test("the creation is not, once it has ended", async () => {
    const { interaction: of, end } = newInteraction("File");
    const handler = scripted(notOpen, replyOf());
    const answer = retry(fixed)(handler)(callOf({ interaction: { of, create: true } })).catch((e: unknown) => e);
    end();
    await pass(60);
    expect(await answer).toBe(notOpen);
    expect(handler.calls).toHaveLength(1);
  });
});
