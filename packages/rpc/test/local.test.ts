import { ApplicationError, type Handler, limits, now, type Reply, TransportError } from "@seapink/core";
import { type Context, createClient, implement, local } from "@seapink/rpc";
import { describe, expect, test, vi } from "vitest";
import { callOf, replyOf, TestItems } from "./calls.ts";
import { Echo, echo } from "./echo.ts";
import { fakeTime, pass, settle } from "./fake-time.ts";

fakeTime();

const never = new Promise<never>(() => undefined);

/** A client of an implementation with some methods replaced, and what was reported. */
function clientOf(methods: object): { readonly client: ReturnType<typeof clientTo>; readonly errors: unknown[] } {
  const errors: unknown[] = [];
  const channel = local(implement(Echo, { ...echo, ...methods }), { onError: (error) => errors.push(error) });
  return { client: clientTo(channel), errors };
}

const clientTo = (channel: ReturnType<typeof local>) => createClient(Echo, channel);

function listeners(signal: AbortSignal): () => number {
  const add = vi.spyOn(signal, "addEventListener");
  const remove = vi.spyOn(signal, "removeEventListener");
  return () => add.mock.calls.length - remove.mock.calls.length;
}

describe("what crosses is what it was when it was sent", () => {
  test("arguments", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const handler = implement(Echo, echo);
    const client = clientTo(local(async (call) => promise.then(() => handler(call))));
    const args = { text: "before" };
    const answer = client.say(args);
    args.text = "after";
    resolve();
    expect(await answer).toBe("before");
  });

  test("arguments that go on to another handler after a while", async () => {
    const behind = local(implement(Echo, echo));
    const { promise, resolve } = Promise.withResolvers<void>();
    const client = clientTo(local(async (call) => promise.then(() => behind.handle(call))));
    const args = { text: "before" };
    const answer = client.say(args);
    args.text = "after";
    resolve();
    expect(await answer).toBe("before");
  });

  test("items, in both directions", async () => {
    const buffer = ["a"];
    const seen: unknown[] = [];
    async function* reused(): AsyncGenerator<string> {
      for (const text of ["a", "b"]) {
        buffer[0] = text;
        yield buffer[0];
      }
    }
    const join = async (_: object, { items }: Context<string>): Promise<string> => {
      for await (const item of items) seen.push(item);
      return "";
    };
    const { client } = clientOf({ join, spell: reused });
    await client.join({}, { items: reused() });
    for await (const item of await client.spell({ text: "" })) seen.push(item);
    expect(seen).toEqual(["a", "b", "a", "b"]);
  });

  test("arguments that do not fit are not sent", async () => {
    const handler = vi.fn<Handler>();
    const error = await clientTo(local(handler))
      .say({ text: 5 as never })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "invalid_data", path: "text", mayHaveRun: false });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe("errors stay inside", () => {
  const secret = new Error("a secret");
  const inside = { code: "internal_error", message: "internal error" };

  test.each([
    [
      "at once",
      () => {
        throw secret;
      },
    ],
    ["later", () => Promise.reject(secret)],
  ])("that a method throws %s", async (_, say) => {
    const { client, errors } = clientOf({ say });
    const error = await client.say({ text: "" }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApplicationError);
    expect(error).toMatchObject(inside);
    expect((error as Error).cause).toBeUndefined();
    expect(errors).toEqual([secret]);
  });

  test("that a handler throws before it returns", async () => {
    const errors: unknown[] = [];
    const channel = local(
      () => {
        throw secret;
      },
      { onError: (error) => errors.push(error) },
    );
    await expect(clientTo(channel).say({ text: "" })).rejects.toMatchObject(inside);
    expect(errors).toEqual([secret]);
  });

  test("that end a stream", async () => {
    async function* spell(): AsyncGenerator<string> {
      yield "a";
      throw secret;
    }
    const { client, errors } = clientOf({ spell });
    const stream = (await client.spell({ text: "" }))[Symbol.asyncIterator]();
    expect(await stream.next()).toEqual({ done: false, value: "a" });
    await expect(stream.next()).rejects.toMatchObject(inside);
    expect(await stream.next()).toMatchObject({ done: true });
    expect(errors).toEqual([secret]);
  });

  test("that a stream throws when it is left", async () => {
    async function* spell(): AsyncGenerator<string> {
      try {
        yield "a";
      } finally {
        // oxlint-disable-next-line no-unsafe-finally -- what clean-up may do
        throw secret;
      }
    }
    const { client, errors } = clientOf({ spell });
    for await (const item of await client.spell({ text: "" })) {
      expect(item).toBe("a");
      break;
    }
    await settle();
    expect(errors).toEqual([secret]);
  });

  test("of items that do not fit, and their source is returned", async () => {
    let isReturned = false;
    async function* spell(): AsyncGenerator {
      try {
        yield 5;
      } finally {
        isReturned = true;
      }
    }
    const { client, errors } = clientOf({ spell });
    const stream = (await client.spell({ text: "" }))[Symbol.asyncIterator]();
    await expect(stream.next()).rejects.toMatchObject(inside);
    expect(errors).toMatchObject([{ code: "invalid_data", path: "success" }]);
    expect(isReturned).toBe(true);
  });

  test("of answers that do not fit", async () => {
    const { client, errors } = clientOf({ say: () => 5 });
    await expect(client.say({ text: "" })).rejects.toMatchObject(inside);
    expect(errors).toMatchObject([{ message: "say: could not write the answer", cause: { code: "invalid_data" } }]);
  });

  test.each([
    ["of the implementation", secret],
    ["that are meant for callers", new ApplicationError("not_found", "no such text")],
  ])("%s of oneway calls, and all are reported", async (_, error) => {
    const { client, errors } = clientOf({ tell: () => Promise.reject(error) });
    expect(await client.tell({ text: "" })).toBeUndefined();
    await settle();
    expect(errors).toEqual([error]);
  });

  test("of oneway calls to nobody", async () => {
    const errors: unknown[] = [];
    const channel = local(implement(Echo, echo), { onError: (error) => errors.push(error) });
    expect(await channel.handle(callOf({ kind: "oneway", method: "nope" }))).toBeUndefined();
    await settle();
    expect(errors).toMatchObject([{ code: "unknown_method" }]);
  });

  test("are reported with the scope they came from", async () => {
    const scopes: unknown[] = [];
    const say = (_: object, { call }: Context): never => {
      scopes.push(call.scope);
      throw secret;
    };
    const channel = local(implement(Echo, { ...echo, say }), { onError: (_error, scope) => scopes.push(scope) });
    await clientTo(channel)
      .say({ text: "" })
      .catch(() => undefined);
    expect(scopes[0]).toMatchObject({ peer: { address: "local:" } });
    expect(scopes[1]).toBe(scopes[0]);
  });

  test("that a caller's items throw reach it, and nobody else", async () => {
    async function* items(): AsyncGenerator<string> {
      yield "a";
      throw secret;
    }
    let seen: unknown;
    const join = async (_: object, context: Context<string>): Promise<string> => {
      try {
        for await (const item of context.items) expect(item).toBe("a");
        return "";
      } catch (error) {
        seen = error;
        throw error;
      }
    };
    const { client, errors } = clientOf({ join });
    await expect(client.join({}, { items: items() })).rejects.toBe(secret);
    expect(seen).toMatchObject(inside);
    expect(errors).toEqual([]);
  });
});

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

describe("closing", () => {
  test("takes no more calls, and says so", async () => {
    const channel = local(implement(Echo, echo));
    await channel[Symbol.asyncDispose]();
    expect(channel.closing.aborted).toBe(true);
    const message = "the channel is closed";
    await expect(clientTo(channel).say({ text: "" })).rejects.toMatchObject({
      code: "not_open",
      message,
      mayHaveRun: false,
    });
  });

  test.each([1, 2])("%d times waits for what runs", async (times) => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const channel = local(implement(Echo, { ...echo, say: () => promise }));
    const answer = clientTo(channel).say({ text: "" });
    let closed = 0;
    const closing = Array.from({ length: times }, () => channel.close().then(() => closed++));
    await settle();
    expect(closed).toBe(0);
    resolve("done");
    expect(await answer).toBe("done");
    await Promise.all(closing);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("cuts off what still runs when the limit has passed", async () => {
    const errors: unknown[] = [];
    const say = (_: object, { signal }: Context): Promise<string> => {
      signal.addEventListener("abort", () => errors.push(signal.reason));
      return never;
    };
    const channel = local(implement(Echo, { ...echo, say }), { limits: limits({ drainTimeoutMs: 100 }) });
    const answer = clientTo(channel)
      .say({ text: "" })
      .catch((e: unknown) => e);
    const closing = channel.close();
    await pass(110);
    await closing;
    const error = await answer;
    expect(error).toMatchObject({ code: "closed", message: "the channel was closed", mayHaveRun: true });
    expect((error as Error).cause).toBeUndefined();
    expect(errors).toEqual([error]);
  });

  test("cuts off a stream that nobody reads when the limit has passed", async () => {
    const items = new TestItems(3);
    const channel = local(async () => replyOf(items), { limits: limits({ drainTimeoutMs: 100 }) });
    await channel.handle(callOf());
    const closing = channel.close();
    await pass(110);
    await closing;
    expect(items.returned).toHaveBeenCalledOnce();
  });

  test("with a reason cuts off at once, also while it drains", async () => {
    const channel = local(implement(Echo, { ...echo, say: () => never }));
    const answer = clientTo(channel)
      .say({ text: "" })
      .catch((e: unknown) => e);
    const draining = channel.close();
    const reason = new Error("the end");
    await channel.close(reason);
    await draining;
    expect(await answer).toMatchObject({ code: "closed", cause: reason });
  });

  test("ends the scope that handlers see", async () => {
    let closed: AbortSignal | undefined;
    const channel = local(async ({ scope }) => {
      closed = scope?.closed;
      return replyOf();
    });
    await channel.handle(callOf());
    expect(closed?.aborted).toBe(false);
    await channel.close();
    expect(closed?.reason).toBeInstanceOf(TransportError);
  });
});
