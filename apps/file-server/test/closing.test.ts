import { expect, test } from "vitest";
import { closing } from "../src/closing.ts";

function setUp(items: AsyncGenerator<number>): { readonly items: AsyncIterableIterator<number>; closed: number } {
  const it = { items: closing(items, async () => void it.closed++), closed: 0 };
  return it;
}

async function* numbers(): AsyncGenerator<number> {
  yield 1;
  yield 2;
}

async function allOf(items: AsyncIterable<number>): Promise<readonly number[]> {
  const all: number[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function* failing(): AsyncGenerator<number> {
  yield 1;
  throw new Error("failed");
}

test("closes once when all has been taken", async () => {
  const it = setUp(numbers());
  expect(await allOf(it.items)).toEqual([1, 2]);
  await it.items.next();
  await it.items.return?.();
  expect(it.closed).toBe(1);
});

test("closes what is left, begun or not", async () => {
  const begun = setUp(numbers());
  expect(await begun.items.next()).toEqual({ done: false, value: 1 });
  expect(begun.closed).toBe(0);
  const fresh = setUp(numbers());
  for (const it of [begun, fresh]) {
    expect(await it.items.return?.()).toEqual({ done: true, value: undefined });
    expect(it.closed).toBe(1);
  }
});

test("closes what fails", async () => {
  const it = setUp(failing());
  await expect(allOf(it.items)).rejects.toThrow("failed");
  expect(it.closed).toBe(1);
});
