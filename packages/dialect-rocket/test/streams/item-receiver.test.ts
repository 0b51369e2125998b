import { expectLinear } from "@seapink/testing";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ItemReceiver, type ItemSource, type Unread } from "../../src/streams/item-receiver.ts";
import { defaultWindow, type StreamWindow } from "../../src/streams/window.ts";
import { payloadOf, textOf } from "../served.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Keeps what a receiver says to the other side. */
class Other implements ItemSource {
  asked = 0;
  readonly said: string[] = [];

  request(n: number): void {
    this.asked += n;
  }

  cancel(): void {
    this.said.push("cancel");
  }

  late(): void {
    this.said.push("late");
  }
}

interface Made {
  readonly other: Other;
  readonly unread: Unread;
  readonly receiver: ItemReceiver;
}

const itemBytes = 256;

function make(window: Partial<StreamWindow> = {}, maxBytes = 1_000_000, chunkTimeoutMs = Infinity): Made {
  const other = new Other();
  const unread = { bytes: 0, maxBytes };
  const receiver = new ItemReceiver(other, { ...defaultWindow, ...window }, unread, chunkTimeoutMs);
  receiver.begin();
  return { other, unread, receiver };
}

async function shown(result: Promise<Awaited<ReturnType<ItemReceiver["next"]>>>): Promise<unknown> {
  try {
    const { done, value } = await result;
    return done === true ? "end" : textOf(value);
  } catch (error) {
    return error;
  }
}

describe("an item", () => {
  test("goes to who waits for it, and else waits itself", async () => {
    const { unread, receiver } = make();
    const early = receiver.next();
    receiver.push(payloadOf("a"), 100);
    expect(unread.bytes).toBe(0);
    receiver.push(payloadOf("b"), 100);
    expect(unread.bytes).toBe(100 + itemBytes);
    expect(await shown(early)).toBe("a");
    expect(await shown(receiver.next())).toBe("b");
    expect(unread.bytes).toBe(0);
  });

  test("is asked for anew as items are taken, and not as they come", async () => {
    const { other, receiver } = make({ initialItems: 4 });
    expect(receiver.initialItems).toBe(4);
    for (const text of ["a", "b", "c", "d"]) receiver.push(payloadOf(text), 10);
    expect(other.asked).toBe(0);
    await receiver.next();
    await receiver.next();
    expect(other.asked).toBe(2);
  });

  test("is not asked for behind the end", async () => {
    const { other, receiver } = make({ initialItems: 2 });
    receiver.push(payloadOf("a"), 10);
    receiver.complete();
    expect(await shown(receiver.next())).toBe("a");
    expect(other.asked).toBe(0);
  });

  test("that was not asked for ends the stream behind what has come", async () => {
    const { other, receiver } = make({ initialItems: 1 });
    for (const text of ["a", "b", "c", "d"]) receiver.push(payloadOf(text), 10);
    expect(other.said).toEqual(["cancel"]);
    expect(receiver.isOver).toBe(true);
    expect([await shown(receiver.next()), await shown(receiver.next())]).toEqual(["a", "b"]);
    expect(await shown(receiver.next())).toMatchObject({ code: "invalid_data" });
    expect(await shown(receiver.next())).toBe("end");
  });

  test("beyond what may wait on a connection ends the stream behind what has come", async () => {
    const { other, unread, receiver } = make({}, 2 * (itemBytes + 10));
    for (const text of ["a", "b", "c"]) receiver.push(payloadOf(text), 10);
    expect(other.said).toEqual(["cancel"]);
    expect([await shown(receiver.next()), await shown(receiver.next())]).toEqual(["a", "b"]);
    expect(await shown(receiver.next())).toMatchObject({ code: "overloaded" });
    expect(unread.bytes).toBe(0);
  });

  test("counts among those of all streams of a connection", () => {
    const { unread, receiver } = make({}, 2 * itemBytes);
    const other = new Other();
    const second = new ItemReceiver(other, defaultWindow, unread, Infinity);
    receiver.push(payloadOf("a"), 0);
    second.push(payloadOf("b"), 0);
    expect(second.isOver).toBe(false);
    second.push(payloadOf("c"), 0);
    expect(second.isOver).toBe(true);
    expect(receiver.isOver).toBe(false);
  });
});

describe("the end", () => {
  const error = new Error("broken");

  test("is seen behind what waits", async () => {
    const { other, receiver } = make();
    receiver.push(payloadOf("a"), 1);
    receiver.complete();
    receiver.push(payloadOf("b"), 1);
    expect([await shown(receiver.next()), await shown(receiver.next())]).toEqual(["a", "end"]);
    expect(other.said).toEqual([]);
  });

  test("with an error is told once, to the first who waits", async () => {
    const { receiver } = make();
    const waiting = [receiver.next(), receiver.next(), receiver.next()];
    receiver.fail(error);
    receiver.fail(new Error("another"));
    expect(await Promise.all(waiting.map(shown))).toEqual([error, "end", "end"]);
    expect(await shown(receiver.next())).toBe("end");
  });

  test("with an error is told once, to the next who asks", async () => {
    const { receiver } = make();
    receiver.fail(error);
    receiver.complete();
    expect([await shown(receiver.next()), await shown(receiver.next())]).toEqual([error, "end"]);
  });

  test("is the consumer's own: the other side is told once, and what waits is dropped", async () => {
    const { other, unread, receiver } = make();
    receiver.push(payloadOf("a"), 1);
    receiver.push(payloadOf("b"), 1);
    expect(await shown(receiver.return())).toBe("end");
    await receiver.return();
    expect(other.said).toEqual(["cancel"]);
    expect(unread.bytes).toBe(0);
    expect(await shown(receiver.next())).toBe("end");
  });

  test("of the consumer ends those who wait", async () => {
    const { receiver } = make();
    const waiting = [receiver.next(), receiver.next()];
    await receiver.return();
    expect(await Promise.all(waiting.map(shown))).toEqual(["end", "end"]);
  });

  test("of the consumer ends those who wait, even if the other side cannot be told", async () => {
    const { other, receiver } = make();
    const waiting = receiver.next();
    other.cancel = () => {
      throw new Error("the lane is full");
    };
    await Promise.resolve()
      .then(() => receiver.return())
      .catch(() => undefined);
    expect(await shown(waiting)).toBe("end");
  });

  test.each(["complete", "fail"] as const)("that came (%s) is not answered by a cancel", async (end) => {
    const { other, receiver } = make();
    receiver[end](error);
    await receiver.return();
    expect(other.said).toEqual([]);
    expect(await shown(receiver.next())).toBe("end");
  });
});

test("what is released counts no more, and can still be taken", async () => {
  const { unread, receiver } = make();
  receiver.push(payloadOf("a"), 1);
  receiver.push(payloadOf("b"), 1);
  receiver.complete();
  receiver.release();
  receiver.release();
  expect(unread.bytes).toBe(0);
  expect([await shown(receiver.next()), await shown(receiver.next()), await shown(receiver.next())]).toEqual([
    "a",
    "b",
    "end",
  ]);
  expect(unread.bytes).toBe(0);
});

describe("time", () => {
  test("is limited for an item that was asked for, and begins anew with each", async () => {
    const { other, receiver } = make({ initialItems: 3 }, 1000, 100);
    const waiting = [shown(receiver.next()), shown(receiver.next())];
    await vi.advanceTimersByTimeAsync(90);
    receiver.push(payloadOf("a"), 1);
    await vi.advanceTimersByTimeAsync(90);
    expect(other.said).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(other.said).toEqual(["late"]);
    expect(await Promise.all(waiting)).toMatchObject(["a", { code: "timed_out" }]);
  });

  test("is not limited while the consumer has asked for nothing", async () => {
    const { other, receiver } = make({ initialItems: 2 }, 1000, 100);
    receiver.push(payloadOf("a"), 1);
    receiver.push(payloadOf("b"), 1);
    await vi.advanceTimersByTimeAsync(500);
    expect(other.said).toEqual([]);
    await receiver.next();
    await vi.advanceTimersByTimeAsync(120);
    expect(other.said).toEqual(["late"]);
    expect(await shown(receiver.next())).toBe("b");
  });

  test("does not begin before the first items are asked for", async () => {
    const other = new Other();
    const receiver = new ItemReceiver(other, defaultWindow, { bytes: 0, maxBytes: 1000 }, 100);
    await vi.advanceTimersByTimeAsync(500);
    expect(other.said).toEqual([]);
    receiver.begin();
    await vi.advanceTimersByTimeAsync(120);
    expect(other.said).toEqual(["late"]);
  });

  test.each(["complete", "return", "fail"] as const)("is not kept behind %s", async (end) => {
    const { other, receiver } = make({}, 1000, 100);
    void receiver[end](new Error("over"));
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(other.said).not.toContain("late");
  });
});

test("keeps nothing of what was taken, however far a consumer lags behind", () => {
  vi.useRealTimers();
  const payload = payloadOf("a");
  expectLinear(4000, (size) => {
    const { receiver } = make();
    receiver.push(payload, 0);
    for (let i = 0; i < size; i++) {
      receiver.push(payload, 0);
      void receiver.next();
      receiver.release();
    }
  });
});

type Step = "push" | "next" | "complete" | "fail" | "return";

const stepsOf = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom<Step>("push", "next") },
    { weight: 1, arbitrary: fc.constantFrom<Step>("complete", "fail", "return") },
  ),
  { maxLength: 80 },
);

/** What a consumer must see, one result after another, of these steps. */
function expected(steps: readonly Step[]): { readonly results: unknown[]; readonly cancels: number } {
  const results: unknown[] = [];
  let queue: unknown[] = [];
  let waiting: number[] = [];
  let end: "fail" | "end" | undefined;
  let cancels = 0;
  let pushed = 0;
  function finish(how: "fail" | "end"): void {
    if (end !== undefined) return;
    end = how;
    for (const at of waiting.splice(0)) {
      results[at] = end;
      end = "end";
    }
  }
  for (const step of steps) {
    if (step === "push") {
      const text = String(pushed++);
      if (end !== undefined) continue;
      const first = waiting.shift();
      if (first === undefined) queue.push(text);
      else results[first] = text;
    } else if (step === "next") {
      const at = results.push("waits") - 1;
      if (queue.length > 0) results[at] = queue.shift();
      else if (end === undefined) waiting.push(at);
      else {
        results[at] = end;
        end = "end";
      }
    } else if (step === "return") {
      if (end === undefined) cancels++;
      queue = [];
      finish("end");
      end = "end";
    } else finish(step === "fail" ? "fail" : "end");
  }
  waiting = [];
  return { results, cancels };
}

test("loses no item and doubles none, and tells an error once, in whatever order it is used", async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf, async (steps) => {
      const { other, unread, receiver } = make({ initialItems: 100 }, 1_000_000);
      const seen: unknown[] = [];
      let pushed = 0;
      for (const step of steps) {
        if (step === "push") receiver.push(payloadOf(String(pushed++)), 10);
        else if (step === "next") see(receiver, seen);
        else void receiver[step]("fail");
      }
      await vi.advanceTimersByTimeAsync(0);
      const { results, cancels } = expected(steps);
      expect(seen).toEqual(results);
      expect(other.said).toHaveLength(cancels);
      await receiver.return();
      expect(unread.bytes).toBe(0);
    }),
    { numRuns: 300 },
  );
});

function see(receiver: ItemReceiver, seen: unknown[]): void {
  const at = seen.push("waits") - 1;
  void shown(receiver.next()).then((result) => (seen[at] = result));
}
