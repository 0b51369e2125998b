import { type Handler, limits, TransportError } from "@seapink/core";
import { type Context, createClient, implement, local } from "@seapink/rpc";
import { describe, expect, test, vi } from "vitest";
import { callOf, replyOf, TestItems } from "./calls.ts";
import { clientOf, Echo, echo } from "./echo.ts";
import { fakeTime, pass, settle } from "./fake-time.ts";

fakeTime();

const never = new Promise<never>(() => undefined);

describe("what crosses is what it was when it was sent", () => {
  test("arguments", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const handler = implement(Echo, echo);
    const client = createClient(
      Echo,
      local(async (call) => promise.then(() => handler(call))),
    );
    const args = { text: "before" };
    const answer = client.say(args);
    args.text = "after";
    resolve();
    expect(await answer).toBe("before");
  });

  test("arguments that go on to another handler after a while", async () => {
    const behind = local(implement(Echo, echo));
    const { promise, resolve } = Promise.withResolvers<void>();
    const client = createClient(
      Echo,
      local(async (call) => promise.then(() => behind.handle(call))),
    );
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
    const error = await createClient(Echo, local(handler))
      .say({ text: 5 as never })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "invalid_data", path: "text", mayHaveRun: false });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe("closing", () => {
  test("takes no more calls, and says so", async () => {
    const channel = local(implement(Echo, echo));
    await channel[Symbol.asyncDispose]();
    expect(channel.closing.aborted).toBe(true);
    const message = "the channel is closed";
    await expect(createClient(Echo, channel).say({ text: "" })).rejects.toMatchObject({
      code: "not_open",
      message,
      mayHaveRun: false,
    });
  });

  test.each([1, 2])("%d times waits for what runs", async (times) => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const channel = local(implement(Echo, { ...echo, say: () => promise }));
    const client = createClient(Echo, channel);
    await client.tell({ text: "" });
    await settle();
    const answer = client.say({ text: "" });
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
    const answer = createClient(Echo, channel)
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
    const answer = createClient(Echo, channel)
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
