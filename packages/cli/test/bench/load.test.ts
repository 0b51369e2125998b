import { setImmediate } from "node:timers/promises";
import { TransportError } from "@seapink/core";
import { expect, test } from "vitest";
import { load, type LoadOptions } from "../../src/bench/load.ts";
import type { OneAnswer, OneCall } from "../../src/bench/one-call.ts";
import { Tally } from "../../src/bench/tally.ts";

const never = new AbortController().signal;

async function tallyOf(calls: readonly OneCall[], options: Partial<LoadOptions> = {}): Promise<Tally> {
  const tally = new Tally();
  await load(calls, tally, { warmUpMs: 0, durationMs: 30, graceMs: 60_000, signal: never, ...options });
  return tally;
}

/** A call that counts how often it was made, and how many of it ran at once. */
function counted(answer: OneAnswer = { items: 0 }): { call: OneCall; made: number; most: number } {
  let running = 0;
  const counted = {
    made: 0,
    most: 0,
    async call() {
      counted.made++;
      counted.most = Math.max(counted.most, ++running);
      await setImmediate();
      running--;
      return answer;
    },
  };
  return counted;
}

test("makes so many calls at once, and counts each", async () => {
  const one = counted({ items: 3 });
  const tally = await tallyOf([one.call, one.call, one.call]);
  expect(one.most).toBe(3);
  expect(tally).toMatchObject({
    answered: one.made,
    results: one.made,
    items: 3 * one.made,
    unfinished: 0,
    failures: 0,
  });
});

test("counts declared exceptions as answers", async () => {
  const one = counted({ items: 0, exception: "NotFound" });
  const tally = await tallyOf([one.call]);
  expect(tally).toMatchObject({ answered: one.made, results: 0, exceptions: new Map([["NotFound", one.made]]) });
});

test("counts errors by their codes, also of calls that fail at once", async () => {
  let made = 0;
  const lost = (): Promise<never> => {
    made++;
    return Promise.reject(new TransportError("closed", "lost"));
  };
  const tally = await tallyOf([lost, lost]);
  expect(tally).toMatchObject({ answered: 0, errors: new Map([["closed", made]]), failures: made });
});

test("leaves out what ends in the warm-up", async () => {
  const one = counted();
  const tally = await tallyOf([one.call], { warmUpMs: 30 });
  expect(tally.answered).toBeGreaterThan(0);
  expect(tally.answered).toBeLessThan(one.made);
});

/** Goes on for longer than a millisecond. */
const slow: OneCall = async () => {
  const until = performance.now() + 2;
  while (performance.now() < until) await setImmediate();
  return { items: 1 };
};

test("waits for what runs at the end", async () => {
  const tally = await tallyOf([slow], { durationMs: 1 });
  expect(tally).toMatchObject({ answered: 1, items: 1, unfinished: 0 });
});

test("waits no longer than it is told to", async () => {
  const tally = await tallyOf([() => new Promise(() => undefined)], { graceMs: 1 });
  expect(tally).toMatchObject({ answered: 0, unfinished: 1 });
});

test("ends early when it is told to, with what it has", async () => {
  const stop = new AbortController();
  let made = 0;
  const call: OneCall = async () => {
    if (++made > 5) {
      stop.abort();
      return new Promise(() => undefined);
    }
    return { items: 0 };
  };
  const tally = await tallyOf([call], { durationMs: 60_000, signal: stop.signal });
  expect(tally).toMatchObject({ answered: 5, unfinished: 1 });
});

test("ends early while it waits for the next turn", async () => {
  const stop = new AbortController();
  const call: OneCall = async () => {
    stop.abort();
    return { items: 0 };
  };
  const tally = await tallyOf([call, call], { durationMs: 60_000, rate: 1, signal: stop.signal });
  expect(tally.failures).toBe(0);
});

test("makes as many calls as the rate says, however late they are", async () => {
  const one = counted();
  const tally = await tallyOf([one.call, one.call], { durationMs: 50, rate: 1_000 });
  expect([one.made, tally.answered]).toEqual([50, 50]);
});

const wrong = (): Promise<never> => Promise.reject(new TypeError("expected a list"));

test("throws what the server has nothing to do with", async () => {
  await expect(tallyOf([wrong])).rejects.toThrow(new TypeError("expected a list"));
});
