import { expect, test, vi } from "vitest";
import { wait } from "../src/wait.ts";
import { fakeTime, pass } from "./fake-time.ts";

fakeTime();

test.each([0, 1, 50, 1000])("resolves after %d ms and not before", async (delayMs) => {
  let isOver = false;
  const waiting = wait(delayMs, undefined).then(() => (isOver = true));
  if (delayMs > 0) await pass(delayMs - 1);
  expect(isOver).toBe(false);
  await pass(10);
  expect(await waiting).toBe(true);
});

test("rejects with the reason of an abort, and leaves neither timer nor listener", async () => {
  const abort = new AbortController();
  const remove = vi.spyOn(abort.signal, "removeEventListener");
  const waiting = wait(1000, abort.signal);
  abort.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
  expect(vi.getTimerCount()).toBe(0);
  const over = wait(10, new AbortController().signal);
  await pass(20);
  await over;
  expect(remove).not.toHaveBeenCalled();
});

test("removes its listener when the time is over", async () => {
  const { signal } = new AbortController();
  const [add, remove] = [vi.spyOn(signal, "addEventListener"), vi.spyOn(signal, "removeEventListener")];
  const waiting = wait(10, signal);
  await pass(20);
  await waiting;
  expect(remove.mock.calls[0]?.[1]).toBe(add.mock.calls[0]?.[1]);
});

test("does not begin to wait once aborted", async () => {
  await expect(wait(1000, AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
  expect(vi.getTimerCount()).toBe(0);
});
