import { expect, test } from "vitest";
import { Newest } from "../src/newest.ts";

const values = [{ of: 1 }, { of: 2 }, { of: 3 }] as const;
const over = { done: true, value: undefined };

test("gives each value once, and of several the newest", async () => {
  const newest = new Newest<object>(() => undefined);
  newest.put(values[0]);
  newest.put(values[1]);
  expect(await newest.next()).toEqual({ done: false, value: values[1] });
  const next = newest.next();
  newest.put(values[2]);
  expect(await next).toEqual({ done: false, value: values[2] });
});

test("gives values to those who wait in their order", async () => {
  const newest = new Newest<object>(() => undefined);
  const waiting = [newest.next(), newest.next(), newest.next()];
  for (const value of values) newest.put(value);
  expect((await Promise.all(waiting)).map(({ value }) => value)).toEqual(values);
});

test.each<[how: string, end: (newest: Newest<object>) => unknown]>([
  ["ended", (newest) => newest.end()],
  ["returned from", (newest) => newest.return()],
])("is over when %s, for those who wait too", async (_, end) => {
  const ended: Newest<object>[] = [];
  const newest = new Newest<object>((one) => ended.push(one));
  const waiting = newest.next();
  await end(newest);
  newest.put(values[0]);
  expect([await waiting, await newest.next(), await newest.return()]).toEqual([over, over, over]);
  expect(ended[0]).toBe(newest);
});

test("drops what nobody took", async () => {
  const newest = new Newest<object>(() => undefined);
  newest.put(values[0]);
  newest.end();
  expect(await newest.next()).toEqual(over);
});
