import { expect, test } from "vitest";
import { CallQueue, type Turn } from "../src/call-queue.ts";

const never = new Promise<never>(() => undefined);

/** A call that notes when it begins, and leaves at once. */
function noting(log: unknown[], what: unknown): Turn<unknown> {
  return async (leave) => {
    log.push(what);
    leave();
    return what;
  };
}

test("calls that leave at once begin at once", () => {
  const queue = new CallQueue();
  const log: unknown[] = [];
  for (let i = 0; i < 3; i++) void queue.enter(noting(log, i));
  expect(log).toEqual([0, 1, 2]);
});

test("a hundred thousand that waited begin in their order, and not inside each other", async () => {
  const queue = new CallQueue();
  const log: unknown[] = [];
  const first = Promise.withResolvers<string>();
  void queue.enter(() => first.promise);
  const calls = Array.from({ length: 100_000 }, (_, i) => queue.enter(noting(log, i)));
  expect(log).toEqual([]);
  first.resolve("done");
  await Promise.all(calls);
  expect(log).toEqual(Array.from({ length: 100_000 }, (_, i) => i));
});

test("a call that is made while others begin does not overtake them", async () => {
  const queue = new CallQueue();
  const log: unknown[] = [];
  const first = Promise.withResolvers<string>();
  void queue.enter(() => first.promise);
  let inner: Promise<unknown> | undefined;
  const calls = [
    queue.enter(async (leave) => {
      leave();
      inner = queue.enter(noting(log, "inner"));
    }),
    queue.enter(noting(log, "behind")),
  ];
  first.resolve("done");
  await Promise.all(calls);
  await inner;
  expect(log).toEqual(["behind", "inner"]);
});

test("whoever leaves twice lets one in, not two", async () => {
  const queue = new CallQueue();
  const log: unknown[] = [];
  const leaves: (() => void)[] = [];
  void queue.enter((leave) => (leaves.push(leave), never));
  void queue.enter(() => (log.push("second"), never));
  void queue.enter(() => (log.push("third"), never));
  for (const leave of [...leaves, ...leaves]) leave();
  expect(log).toEqual(["second"]);
});

test("what waits can be failed, each with an error of its own; what comes then has its turn", async () => {
  const queue = new CallQueue();
  const log: unknown[] = [];
  const first = Promise.withResolvers<string>();
  const running = queue.enter(() => first.promise);
  const waiting = [1, 2].map((i) => queue.enter(noting(log, i)).catch((error: unknown) => error));
  queue.fail(() => new Error("over"));
  const [one, other] = await Promise.all(waiting);
  expect(one).toEqual(new Error("over"));
  expect(other).not.toBe(one);
  const next = queue.enter(noting(log, "next"));
  first.resolve("done");
  expect([await running, await next, log]).toEqual(["done", "next", ["next"]]);
});

test.each([
  ["before there is a promise", () => expect.unreachable("the message")],
  ["after", () => Promise.reject(new Error("the message"))],
])("a call that fails %s lets the next one in", async (_, failing) => {
  const queue = new CallQueue();
  const failed = queue.enter(failing);
  const next = queue.enter(async () => "next");
  await expect(failed).rejects.toThrow("the message");
  expect(await next).toBe("next");
});
