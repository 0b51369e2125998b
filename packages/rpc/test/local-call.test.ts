import { type Handler, now, type Reply, TransportError } from "@seapink/core";
import { type Context, implement, local } from "@seapink/rpc";
import { binary } from "@seapink/protocol-binary";
import { describe, expect, test, vi } from "vitest";
import { callOf, replyOf, TestItems } from "./calls.ts";
import { clientOf, Echo, echo } from "./echo.ts";
import { fakeTime, pass, settle } from "./fake-time.ts";

fakeTime();

const never = new Promise<never>(() => undefined);

function listeners(signal: AbortSignal): () => number {
  const add = vi.spyOn(signal, "addEventListener");
  const remove = vi.spyOn(signal, "removeEventListener");
  return () => add.mock.calls.length - remove.mock.calls.length;
}

const holding = (_: object, { signal }: Context): Promise<string> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

describe("a call that is given up", () => {
  test("at its deadline fails, aborts the handler, and is not reported", async () => {
    const { client, errors } = clientOf({ say: holding });
    const answer = client.say({ text: "" }, { timeoutMs: 50 }).catch((e: unknown) => e);
    await pass(49);
    expect(errors).toEqual([]);
    await pass(20);
    const message = "say: timed out before an answer came";
    expect(await answer).toMatchObject({ code: "timed_out", message, mayHaveRun: true });
    await settle();
    expect(errors).toEqual([]);
  });

  test("by its signal fails with the reason as its cause", async () => {
    const { client } = clientOf({ say: () => never });
    const abort = new AbortController();
    const answer = client.say({ text: "" }, { signal: abort.signal }).catch((e: unknown) => e);
    abort.abort("enough");
    expect(await answer).toMatchObject({ code: "cancelled", cause: "enough", mayHaveRun: true });
  });

  test.each([
    ["cancelled", () => ({ signal: AbortSignal.abort("enough") })],
    ["timed_out", () => ({ deadline: now() })],
  ])("before it is sent is not: %s", async (code, parts) => {
    const handler = vi.fn<Handler>();
    await expect(local(handler).handle(callOf(parts()))).rejects.toMatchObject({ code, mayHaveRun: false });
    expect(handler).not.toHaveBeenCalled();
  });

  test("reports what the handler throws of its own afterwards", async () => {
    const { promise, reject } = Promise.withResolvers<string>();
    const { client, errors } = clientOf({ say: () => promise });
    const answer = client.say({ text: "" }, { timeoutMs: 50 }).catch((e: unknown) => e);
    await pass(60);
    expect(await answer).toBeInstanceOf(TransportError);
    reject(new Error("late"));
    await settle();
    expect(errors).toEqual([new Error("late")]);
  });

  test("returns the items of an answer that comes too late", async () => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const items = new TestItems(3);
    const answer = local(() => promise).handle(callOf({ deadline: now() + 50 }));
    answer.catch(() => undefined);
    await pass(60);
    resolve(replyOf(items));
    await settle();
    expect(items.returned).toHaveBeenCalled();
  });

  test.each([true, false])(
    "ends its stream, whose source is returned; somebody waits for an item: %s",
    async (isAwaited) => {
      const items = new TestItems(3);
      if (isAwaited) items.next = () => never;
      const abort = new AbortController();
      const reply = await local(async () => replyOf(items)).handle(callOf({ signal: abort.signal }));
      const iterator = reply?.items?.[Symbol.asyncIterator]();
      const before = isAwaited ? iterator?.next().catch((e: unknown) => e) : undefined;
      abort.abort("enough");
      const error = await (before ?? iterator?.next().catch((e: unknown) => e));
      expect(error).toMatchObject({ code: "cancelled", cause: "enough" });
      expect(await iterator?.next()).toMatchObject({ done: true });
      expect(items.returned).toHaveBeenCalledOnce();
    },
  );

  test("ends the items that its handler waits for, with the reason", async () => {
    const seen = Promise.withResolvers<unknown>();
    const join = async (_: object, { items }: Context<string>): Promise<string> => {
      try {
        for await (const item of items) expect(item).toBe("never");
      } catch (error) {
        seen.resolve(error);
      }
      return "";
    };
    const items = new TestItems(1);
    items.next = () => never;
    const abort = new AbortController();
    const channel = local(implement(Echo, { ...echo, join }));
    const call = callOf({ method: "join", kind: "sink", protocol: binary(), items, signal: abort.signal });
    const reply = await channel.handle(call);
    const final = reply?.items?.[Symbol.asyncIterator]().next();
    final?.catch(() => undefined);
    abort.abort("enough");
    expect(await seen.promise).toMatchObject({ code: "cancelled", cause: "enough" });
    expect(items.returned).toHaveBeenCalledOnce();
  });

  test("returns the items that it was to send", async () => {
    const items = new TestItems(3);
    const abort = new AbortController();
    const answer = local(() => never)
      .handle(callOf({ items, signal: abort.signal }))
      .catch((e: unknown) => e);
    abort.abort();
    expect(await answer).toMatchObject({ code: "cancelled" });
    expect(items.returned).toHaveBeenCalledOnce();
  });
});

describe("items that nobody takes are returned", () => {
  test.each([
    ["answers without them", async () => replyOf()],
    ["fails", async () => Promise.reject(new Error("no"))],
  ])("when the handler %s", async (_, handler) => {
    const items = new TestItems(3);
    await local(handler)
      .handle(callOf({ items }))
      .catch(() => undefined);
    expect(items.returned).toHaveBeenCalledOnce();
  });

  test("when the answer's own are over", async () => {
    const items = new TestItems(3);
    const reply = await local(async () => replyOf(new TestItems(0))).handle(callOf({ items }));
    expect(items.returned).not.toHaveBeenCalled();
    await reply?.items?.[Symbol.asyncIterator]().next();
    expect(items.returned).toHaveBeenCalledOnce();
  });

  test("when the answer cannot be written", async () => {
    const items = new TestItems(3);
    const body = {
      write: (): never => {
        throw new Error("no");
      },
    };
    const answer = local(async () => ({ ...replyOf(items), body })).handle(callOf());
    await expect(answer).rejects.toMatchObject({ code: "internal_error" });
    expect(items.returned).toHaveBeenCalledOnce();
  });
});

test("nothing is left when a call has ended, however it did", async () => {
  const { signal } = new AbortController();
  const left = listeners(signal);
  const { client } = clientOf({ join: () => Promise.reject(new Error("no")) });
  const options = { signal, timeoutMs: 500 };
  await client.say({ text: "" }, options);
  await client.tell({ text: "" }, options);
  await client.join({}, { ...options, items: ["a"] }).catch(() => undefined);
  for await (const item of await client.spell({ text: "a" }, options)) expect(item).toBe("a");
  await (await client.spell({ text: "a" }, options))[Symbol.asyncIterator]().return?.();
  await client.say({ text: 5 as never }, options).catch(() => undefined);
  await settle();
  expect(left()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
