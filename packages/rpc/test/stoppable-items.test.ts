import { noHeaders, type Payload } from "@seapink/core";
import { expect, test, vi } from "vitest";
import { type ItemsWay, StoppableItems } from "../src/stoppable-items.ts";

const over = { done: true, value: undefined };
const broken = new Error("broken");

/** Of payloads that share one buffer: each is the number of the item. */
function reusing(count: number): { readonly asked: () => void; readonly items: AsyncIterable<Payload, void> } {
  const body = new Uint8Array(1);
  const asked = vi.fn<() => void>();
  let last = 0;
  const next = async (): Promise<IteratorResult<Payload, void>> => {
    asked();
    if (last === count) return { done: true, value: undefined };
    body[0] = ++last;
    return { done: false, value: { headers: noHeaders, body, exception: undefined } };
  };
  return { asked, items: { [Symbol.asyncIterator]: () => ({ next }) } };
}

function copied({ body }: Payload): Payload {
  return { headers: noHeaders, body: new Uint8Array(body as Uint8Array), exception: undefined };
}

function way(changes: Partial<ItemsWay> = {}): ItemsWay {
  return { carried: copied, told: (error) => error, onError: () => undefined, onEnded: () => undefined, ...changes };
}

test("whoever asks ahead gets each item as it was, and the end", async () => {
  const { asked, items } = reusing(2);
  const onEnded = vi.fn<() => void>();
  const stoppable = new StoppableItems(items, way({ onEnded }));
  const results = await Promise.all([1, 2, 3, 4].map(() => stoppable.next()));
  expect(results.map(({ value }) => (value as Payload | undefined)?.body)).toEqual([
    new Uint8Array([1]),
    new Uint8Array([2]),
    undefined,
    undefined,
  ]);
  expect(asked).toHaveBeenCalledTimes(3);
  expect(onEnded).toHaveBeenCalledOnce();
});

test("an item that cannot go on fails, and returns the source", async () => {
  const returned = vi.fn<() => Promise<never>>(() => new Promise(() => undefined));
  const carried = (): never => {
    throw broken;
  };
  const source = reusing(1).items[Symbol.asyncIterator]();
  const iterator = { next: () => source.next(), return: returned };
  const items = new StoppableItems({ [Symbol.asyncIterator]: () => iterator }, way({ carried }));
  await expect(items.next()).rejects.toBe(broken);
  expect(await items.next()).toEqual(over);
  expect(returned).toHaveBeenCalledOnce();
});

test.each<[string, () => unknown, unknown]>([
  [
    "throws before there is a promise",
    () => {
      throw broken;
    },
    broken,
  ],
  ["gives no promise", () => undefined, expect.any(TypeError)],
])("a source that %s fails like any other", async (_, next, error) => {
  const onEnded = vi.fn<() => void>();
  const source = { [Symbol.asyncIterator]: () => ({ next: next as () => Promise<never> }) };
  const items = new StoppableItems(source, way({ onEnded }));
  expect(await items.next().catch((e: unknown) => e)).toEqual(error);
  expect(onEnded).toHaveBeenCalledOnce();
});
