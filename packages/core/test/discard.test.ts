import { discard, type Items } from "@seapink/core";
import { expect, test, vi } from "vitest";

function items(iterator: Partial<AsyncIterator<never>>): Items {
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("nobody asked")), ...iterator }) };
}

function broken(): never {
  throw new Error("broken");
}

test("returns items without asking for any", () => {
  const returned = vi.fn<() => Promise<IteratorReturnResult<undefined>>>(async () => ({
    done: true,
    value: undefined,
  }));
  discard(items({ return: returned }));
  expect(returned).toHaveBeenCalledOnce();
});

test("does not mind a source that cannot be returned, or fails to be", async () => {
  discard(items({}));
  discard(items({ return: () => Promise.reject(new Error("too late")) }));
  // An unhandled rejection would fail the run.
  await new Promise((resolve) => setImmediate(resolve));
});

test("does not mind a source that throws at once", () => {
  expect(() => discard({ [Symbol.asyncIterator]: broken })).not.toThrow();
  expect(() => discard(items({ return: broken }))).not.toThrow();
});
