import { expect, test } from "vitest";
import { asFastAsPossible, atRate } from "../../src/bench/pace.ts";

const never = new AbortController().signal;

test("counts late turns from when they were due", async () => {
  const began = performance.now() - 1_000;
  const pace = atRate(4, { began, until: began + 1_000, signal: never });
  const turns = [await pace.turn(), await pace.turn(), await pace.turn(), await pace.turn(), await pace.turn()];
  expect(turns).toEqual([began, began + 250, began + 500, began + 750, undefined]);
});

test("waits for turns that are not due", async () => {
  const began = performance.now();
  const pace = atRate(100, { began, until: began + 15, signal: never });
  await pace.turn();
  expect(await pace.turn()).toBeGreaterThan(began);
  expect(await pace.turn()).toBeUndefined();
});

test("ends the wait for a turn when it is told to", async () => {
  const stop = new AbortController();
  const began = performance.now() + 60_000;
  const turn = atRate(1, { began, until: Infinity, signal: stop.signal }).turn();
  stop.abort();
  await expect(turn).rejects.toMatchObject({ name: "AbortError" });
});

test("has turns until the end where there is no rate", () => {
  expect(asFastAsPossible(Infinity).turn()).toBeTypeOf("number");
  expect(asFastAsPossible(performance.now() - 1).turn()).toBeUndefined();
});
