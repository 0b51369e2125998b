import type { Items, Payload } from "@seapink/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ItemSender, type ItemTarget } from "../../src/streams/item-sender.ts";
import { numbered, payloadOf, Source, textOf } from "../served.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Keeps what it is told, and is free while the test says so. */
class Told implements ItemTarget {
  readonly said: unknown[] = [];
  free = true;
  /** Thrown for the item with this text. */
  refuses: { readonly text: string; readonly error: unknown } | undefined;

  isFree(): boolean {
    return this.free;
  }

  item(payload: Payload): void {
    const text = textOf(payload);
    if (text === this.refuses?.text) throw this.refuses.error;
    this.said.push(text);
  }

  complete(): void {
    this.said.push("complete");
  }

  fail(error: unknown): void {
    this.said.push(error);
  }

  starved(): void {
    this.said.push("starved");
  }
}

function make(items: Items, creditTimeoutMs = 1000): { readonly told: Told; readonly sender: ItemSender } {
  const told = new Told();
  return { told, sender: new ItemSender(items, told, creditTimeoutMs) };
}

// The cast is the point: who writes iterators without types may forget it.
function givesNothing(): Promise<never> {
  return Promise.resolve(undefined as never);
}

function neverSettles(): Promise<never> {
  return new Promise(() => undefined);
}

function refuses(): never {
  throw new Error("no");
}

/** What settles without time has settled. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

describe("credits", () => {
  test("are what is taken from the source, and no more", async () => {
    const source = new Source(numbered(9));
    const { told, sender } = make(source);
    sender.grant(2);
    await settled();
    expect(told.said).toEqual(["0", "1"]);
    expect(source.taken).toBe(2);
    sender.grant(1);
    await settled();
    expect(told.said).toEqual(["0", "1", "2"]);
  });

  test("add up while an item is waited for", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { told, sender } = make(late(promise, ["a", "b", "c"]));
    sender.grant(1);
    sender.grant(2);
    resolve();
    await settled();
    expect(told.said).toEqual(["a", "b", "c"]);
  });

  test("are not needed for the end of a source that is looked for", async () => {
    const { told, sender } = make(new Source(["a"]));
    sender.grant(2);
    await settled();
    expect(told.said).toEqual(["a", "complete"]);
    expect(sender.isOver).toBe(true);
  });

  test("without end take all", async () => {
    const { told, sender } = make(new Source(numbered(100)));
    sender.grant(Number.POSITIVE_INFINITY);
    await settled();
    expect(told.said).toEqual([...numbered(100), "complete"]);
  });

  test("are none before the first are granted", async () => {
    const source = new Source(["a"]);
    make(source);
    await settled();
    expect(source.taken).toBe(0);
  });
});

async function* late(when: Promise<void>, texts: readonly string[]): AsyncGenerator<Payload, void> {
  await when;
  for (const text of texts) yield payloadOf(text);
}

describe("the lane", () => {
  test("holds back an item until there is room, and what is behind it", async () => {
    const source = new Source(numbered(5));
    const { told, sender } = make(source);
    sender.grant(1);
    told.free = false;
    await settled();
    sender.grant(9);
    await settled();
    expect(told.said).toEqual([]);
    expect(source.taken).toBe(1);
    sender.resume();
    expect(told.said).toEqual([]);
    told.free = true;
    sender.resume();
    await settled();
    expect(told.said).toEqual([...numbered(5), "complete"]);
  });

  test("that has no room from the start holds back the first", async () => {
    const { told, sender } = make(new Source(numbered(2)));
    told.free = false;
    sender.grant(2);
    await settled();
    expect(told.said).toEqual([]);
    told.free = true;
    sender.resume();
    await settled();
    expect(told.said).toEqual(["0", "1"]);
  });

  test("gives room to nobody who has stopped", async () => {
    const { told, sender } = make(new Source(["a"], "wait"));
    sender.grant(1);
    told.free = false;
    await settled();
    sender.stop();
    told.free = true;
    sender.resume();
    await settled();
    expect(told.said).toEqual([]);
  });
});

describe("an error", () => {
  const error = new Error("no more");

  test("of the source is told once, and the source is not returned", async () => {
    const source = new Source(["a"], error);
    const { told, sender } = make(source);
    sender.grant(5);
    await settled();
    sender.grant(5);
    sender.resume();
    await settled();
    expect(told.said).toEqual(["a", error]);
    expect(source.isReturned).toBe(false);
  });

  test.each<readonly [string, () => Items]>([
    ["next", () => ({ [Symbol.asyncIterator]: () => ({ next: () => fails() }) })],
    ["[Symbol.asyncIterator]", () => ({ [Symbol.asyncIterator]: () => fails() })],
  ])("that %s throws is told as one that it rejects with", async (_, items) => {
    const { told, sender } = make(items());
    sender.grant(1);
    await settled();
    expect(told.said).toEqual([error]);
    expect(sender.isOver).toBe(true);
  });

  function fails(): never {
    throw error;
  }

  test("of what is no result is told, and not thrown where nobody can catch it", async () => {
    const { told, sender } = make({ [Symbol.asyncIterator]: () => ({ next: givesNothing }) });
    sender.grant(1);
    await settled();
    expect(told.said).toEqual([expect.any(TypeError)]);
  });

  test("of an item that cannot be written ends the source", async () => {
    const source = new Source(numbered(3));
    const { told, sender } = make(source);
    told.refuses = { text: "1", error };
    sender.grant(3);
    await settled();
    expect(told.said).toEqual(["0", error]);
    expect(source.isReturned).toBe(true);
  });
});

describe("stopping", () => {
  test("returns the source, and drops what it still gives", async () => {
    const source = new Source(["a"]);
    const { told, sender } = make(source);
    sender.grant(1);
    sender.stop();
    sender.stop();
    await settled();
    expect(source.isReturned).toBe(true);
    expect(told.said).toEqual([]);
    expect(sender.isOver).toBe(true);
  });

  test.each([
    ["rejects", () => Promise.reject(new Error("no"))],
    ["throws", refuses],
    ["is not there", undefined],
  ])("stands a source whose return %s", async (_, returns) => {
    const iterator = { next: neverSettles, ...(returns !== undefined && { return: returns }) };
    const { told, sender } = make({ [Symbol.asyncIterator]: () => iterator });
    sender.grant(1);
    sender.stop();
    await settled();
    expect(told.said).toEqual([]);
  });
});

describe("a peer that asks for nothing", () => {
  test("is waited for so long, from the last item that it asked for", async () => {
    const source = new Source(numbered(3));
    const { told, sender } = make(source, 1000);
    sender.grant(1);
    await vi.advanceTimersByTimeAsync(980);
    expect(told.said).toEqual(["0"]);
    sender.grant(1);
    await vi.advanceTimersByTimeAsync(980);
    expect(told.said).toEqual(["0", "1"]);
    await vi.advanceTimersByTimeAsync(50);
    expect(told.said).toEqual(["0", "1", "starved"]);
    expect(source.isReturned).toBe(true);
    expect(sender.isOver).toBe(true);
  });

  test("has its time while nothing was granted at all", async () => {
    const { told, sender } = make(new Source(["a"]), 1000);
    sender.grant(0);
    await vi.advanceTimersByTimeAsync(1020);
    expect(told.said).toEqual(["starved"]);
  });

  test("is waited for without end where that is wanted", async () => {
    const { told, sender } = make(new Source(["a"]), Number.POSITIVE_INFINITY);
    sender.grant(0);
    await vi.advanceTimersByTimeAsync(100_000_000);
    expect(told.said).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is not meant while a source is slow", async () => {
    const { told, sender } = make(new Source(["a"], "wait"), 1000);
    sender.grant(2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(told.said).toEqual(["a"]);
  });

  test("leaves no timer behind once the sender is over", async () => {
    for (const end of ["stop", "complete"]) {
      const { sender } = make(new Source([]), 1000);
      sender.grant(0);
      if (end === "stop") sender.stop();
      else sender.grant(1);
      await settled();
      expect(vi.getTimerCount(), end).toBe(0);
    }
  });
});
