import { getEventListeners } from "node:events";
import { type Items, noHeaders, type Payload } from "@seapink/core";
import { describe, expect, test, vi } from "vitest";
import { abortableItems } from "../src/abortable-items.ts";
import { TestItems } from "./calls.ts";

const item: Payload = { headers: noHeaders, body: new Uint8Array([0]), exception: undefined };
const reason = new Error("over");
const end = { done: true, value: undefined };
const noError = (): never => expect.unreachable();

function abortable(source: Items, onError: (error: unknown) => void = noError) {
  const abort = new AbortController();
  const { items, detach } = abortableItems(source, abort.signal, onError);
  return {
    abort,
    items: items[Symbol.asyncIterator](),
    detach,
    listeners: () => getEventListeners(abort.signal, "abort").length,
  };
}

/** Items of which none comes before `end` is called. */
function silence(): { readonly items: Items; readonly returned: () => void; readonly end: () => void } {
  const { promise, resolve } = Promise.withResolvers<IteratorResult<Payload, void>>();
  const returned = vi.fn<() => void>();
  const iterator = { next: () => promise, return: async () => (returned(), { done: true as const, value: undefined }) };
  return {
    items: { [Symbol.asyncIterator]: () => iterator },
    returned,
    end: () => resolve({ done: true, value: undefined }),
  };
}

describe("without the signal", () => {
  test("items pass, and their end leaves no listener", async () => {
    const source = new TestItems(2);
    const { items, listeners } = abortable(source);
    expect(listeners()).toBe(1);
    expect([await items.next(), await items.next()]).toEqual([1, 2].map(() => ({ done: false, value: item })));
    expect([await items.next(), await items.next(), listeners()]).toEqual([end, end, 0]);
    expect(source.returned).not.toHaveBeenCalled();
  });

  test("trailers pass", async () => {
    const trailers = new Map([["a", "b"]]);
    async function* source(): AsyncGenerator<Payload, ReadonlyMap<string, string>> {
      yield item;
      return trailers;
    }
    const { items } = abortable(source());
    await items.next();
    expect(await items.next()).toEqual({ done: true, value: trailers });
  });

  test("what the source throws passes, and leaves no listener", async () => {
    const { items, listeners } = abortable({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(reason) }),
    });
    await expect(items.next()).rejects.toBe(reason);
    expect([await items.next(), listeners()]).toEqual([end, 0]);
  });

  test("returning them returns the source, once, and leaves no listener", async () => {
    const source = new TestItems(2);
    const { items, listeners } = abortable(source);
    expect([await items.return?.(), await items.return?.(), await items.next(), listeners()]).toEqual([
      end,
      end,
      end,
      0,
    ]);
    expect(source.returned).toHaveBeenCalledOnce();
  });
});

describe("the signal", () => {
  test("ends the wait for an item, and returns the source", async () => {
    const source = silence();
    const { abort, items, listeners } = abortable(source.items);
    const waiting = [items.next(), items.next()].map((next) => next.catch((error: unknown) => error));
    abort.abort(reason);
    expect(await Promise.all(waiting)).toEqual([reason, reason]);
    expect([await items.next(), await items.return?.(), listeners()]).toEqual([end, end, 0]);
    expect(source.returned).toHaveBeenCalledOnce();
    source.end();
    expect(await items.next()).toEqual(end);
  });

  test.each([
    ["before they began", true],
    ["before the first was asked for", false],
  ])("that came %s is told to whoever asks, once", async (_, isBefore) => {
    const source = new TestItems(2);
    const abort = new AbortController();
    if (isBefore) abort.abort(reason);
    const items = abortableItems(source, abort.signal, noError).items[Symbol.asyncIterator]();
    abort.abort(reason);
    await expect(items.next()).rejects.toBe(reason);
    expect(await items.next()).toEqual(end);
    expect(source.returned).toHaveBeenCalledOnce();
  });

  test("is told also right behind an item", async () => {
    const { abort, items } = abortable(new TestItems(2));
    await items.next();
    abort.abort(reason);
    await expect(items.next()).rejects.toBe(reason);
  });

  test.each<[how: string, first: (way: ReturnType<typeof abortable>) => unknown, next: unknown, returned: number]>([
    ["over", ({ items }) => items.next(), end, 0],
    ["returned", ({ items }) => items.return?.(), end, 1],
    ["detached from it", ({ detach }) => detach(), { done: false, value: item }, 0],
  ])("does not matter to items that are %s", async (how, first, next, returned) => {
    const source = new TestItems(how === "over" ? 0 : 1);
    const way = abortable(source);
    const { abort, items, listeners } = way;
    await first(way);
    abort.abort(reason);
    expect([await items.next(), listeners()]).toEqual([next, 0]);
    expect(source.returned).toHaveBeenCalledTimes(returned);
  });

  test.each<[when: string, back: () => unknown, reported: unknown]>([
    ["later", () => Promise.reject(reason), [[reason]]],
    [
      "at once",
      () => {
        throw reason;
      },
      [[reason]],
    ],
    ["in vain, for want of a promise", () => undefined, []],
  ])("returns the source, and reports what it throws %s", async (_, back, reported) => {
    const onError = vi.fn<(error: unknown) => void>();
    const returned = vi.fn(back);
    const failing = { next: () => new Promise<never>(() => undefined), return: returned as () => Promise<never> };
    const { abort, items } = abortable({ [Symbol.asyncIterator]: () => failing }, onError);
    const waiting = items.next().catch((error: unknown) => error);
    const enough = new Error("enough");
    abort.abort(enough);
    expect(await waiting).toBe(enough);
    expect(returned).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(onError.mock.calls).toEqual(reported));
  });
});
