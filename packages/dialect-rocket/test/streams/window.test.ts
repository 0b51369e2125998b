import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultWindow, Demand, type StreamWindow } from "../../src/streams/window.ts";

function windowOf(changes: Partial<StreamWindow> = {}): StreamWindow {
  return { ...defaultWindow, ...changes };
}

/** What a sender has been asked for and has sent, and a consumer that takes it. */
class Stream {
  readonly demand: Demand;
  /** Asked for, and not sent. */
  credits: number;
  /** Sent, and not taken. */
  waiting = 0;

  constructor(window: StreamWindow) {
    this.demand = new Demand(window);
    this.credits = this.demand.initialItems;
  }

  get ahead(): number {
    return this.credits + this.waiting;
  }

  send(bytes: number): boolean {
    this.credits--;
    this.waiting++;
    return this.demand.came(bytes);
  }

  /** Takes one, and returns how many more are asked for. */
  take(): number {
    this.waiting--;
    this.demand.taken();
    const more = this.demand.next();
    this.credits += more;
    return more;
  }
}

test.each([
  [{ initialItems: 32, items: 4096 }, 32],
  [{ initialItems: 32, items: 5 }, 5],
  [{ initialItems: 1, items: 1 }, 1],
])("asks at first for the initial items, but for no more than may wait: %j", (changes, initialItems) => {
  expect(new Demand(windowOf(changes)).initialItems).toBe(initialItems);
});

test("asks again when half of what it asked for has been taken, and not before", () => {
  const stream = new Stream(windowOf({ initialItems: 8 }));
  for (let i = 0; i < 8; i++) stream.send(10);
  expect([1, 2, 3, 4].map(() => stream.take())).toEqual([0, 0, 0, 4]);
});

test("asks for twice as many when the consumer has taken all that came", () => {
  const stream = new Stream(windowOf({ initialItems: 2 }));
  const asked = Array.from({ length: 12 }, () => {
    stream.send(10);
    return stream.take();
  });
  // 2, then 4, 8 and 16 ahead.
  expect(asked).toEqual([3, 0, 6, 0, 0, 0, 12, 0, 0, 0, 0, 0]);
});

test("asks for no more ahead than a consumer that lags takes", () => {
  const stream = new Stream(windowOf({ initialItems: 4 }));
  for (let i = 0; i < 4; i++) stream.send(10);
  for (let i = 0; i < 100; i++) {
    stream.take();
    while (stream.credits > 0) stream.send(10);
    expect(stream.ahead).toBeLessThanOrEqual(4);
  }
});

test("asks for one at a time of items that are longer than the window", () => {
  const stream = new Stream(windowOf({ bytes: 1000 }));
  while (stream.credits > 0) stream.send(5000);
  const asked: number[] = [];
  for (let i = 0; i < 40; i++) {
    asked.push(stream.take());
    while (stream.credits > 0) stream.send(5000);
  }
  expect(asked.slice(0, 31)).toEqual(Array.from({ length: 31 }, () => 0));
  expect(asked.slice(31)).toEqual(Array.from({ length: 9 }, () => 1));
});

test("takes a long item among short ones for an exception", () => {
  const stream = new Stream(windowOf({ initialItems: 8, bytes: 8000 }));
  for (let i = 0; i < 7; i++) stream.send(100);
  stream.send(8000);
  expect([1, 2, 3, 4].map(() => stream.take())).toEqual([0, 0, 0, 3]);
});

test("waits for an item only while one was asked for that has not come", () => {
  const stream = new Stream(windowOf({ initialItems: 1, items: 1 }));
  expect(stream.demand.isWaiting).toBe(true);
  stream.send(10);
  expect(stream.demand.isWaiting).toBe(false);
  stream.take();
  expect(stream.demand.isWaiting).toBe(true);
});

test("stands one item that was not asked for, and no second", () => {
  const stream = new Stream(windowOf({ initialItems: 2 }));
  expect([1, 2, 3, 4].map(() => stream.send(10))).toEqual([true, true, true, false]);
});

const windows: fc.Arbitrary<StreamWindow> = fc.record({
  initialItems: fc.integer({ min: 1, max: 100 }),
  items: fc.integer({ min: 1, max: 200 }),
  bytes: fc.integer({ min: 1, max: 100_000 }),
});
const steps = fc.array(
  fc.oneof(fc.record({ send: fc.integer({ min: 0, max: 10_000 }) }), fc.constant({ send: undefined })),
  { maxLength: 400 },
);

test("has never more ahead than items, nor leaves a consumer without any that it may wait for", () => {
  fc.assert(
    fc.property(windows, steps, (window, all) => {
      const stream = new Stream(window);
      return all.every(({ send }) => {
        if (send === undefined && stream.waiting > 0) stream.take();
        else if (send !== undefined && stream.credits > 0 && !stream.send(send)) return false;
        // A consumer that finds nothing there has always asked for something.
        const mayStarve = stream.waiting === 0 && stream.credits === 0;
        return !mayStarve && stream.ahead <= window.items && stream.demand.isWaiting === stream.credits > 0;
      });
    }),
  );
});

test("has as much ahead, in the end, as the window holds of items of one size", () => {
  fc.assert(
    fc.property(windows, fc.integer({ min: 1, max: 20_000 }), (window, size) => {
      const stream = new Stream(window);
      let most = 0;
      for (let i = 0; i < 2000; i++) {
        stream.send(size);
        stream.take();
        if (i >= 1000) most = Math.max(most, stream.ahead);
      }
      expect(most).toBe(Math.max(1, Math.min(window.items, Math.floor(window.bytes / size))));
    }),
    { numRuns: 50 },
  );
});
