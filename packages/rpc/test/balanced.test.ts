import { getEventListeners } from "node:events";
import { type Call, type Channel, type Handler, type Interaction, type Reply, TransportError } from "@seapink/core";
import { newInteraction } from "@seapink/interactions";
import { balanced, local } from "@seapink/rpc";
import { describe, expect, test } from "vitest";
import { callOf, replyOf, TestItems } from "./calls.ts";

/** A backend that answers when it is told to. */
class Backend {
  readonly channel: Channel;
  readonly calls: ((reply: Reply) => void)[] = [];

  constructor() {
    const handler: Handler = () => new Promise((resolve) => void this.calls.push(resolve));
    this.channel = local(handler);
  }
}

function backends(count: number): readonly Backend[] {
  return Array.from({ length: count }, () => new Backend());
}

/** Random numbers as given, over and over. */
function draws(...numbers: readonly number[]): () => number {
  let next = 0;
  return () => numbers[next++ % numbers.length] ?? 0;
}

function balance(all: readonly Backend[], random?: () => number): Channel {
  return balanced(
    all.map(({ channel }) => channel),
    random,
  );
}

const nothing = (): Promise<void> => Promise.resolve();

/** The channel, which closing leaves open. */
function open({ handle, closing }: Channel): Channel {
  return { handle, closing, close: nothing, [Symbol.asyncDispose]: nothing };
}

const counts = (all: readonly Backend[]): readonly number[] => all.map(({ calls }) => calls.length);

const begin = (of: Interaction): Call => callOf({ interaction: { of, create: true } });
const callOn = (of: Interaction): Call => callOf({ interaction: { of, create: false } });

describe("picking", () => {
  test("takes of two drawn backends the one where fewer calls run", () => {
    const all = backends(3);
    // Each pair of draws says: the first backend and the one behind it.
    const { handle } = balance(all, draws(0, 0));
    for (let i = 0; i < 6; i++) void handle(callOf());
    expect(counts(all)).toEqual([3, 3, 0]);
  });

  test("never draws the same one twice where there are two", () => {
    const all = backends(2);
    const { handle } = balance(all, draws(0.99));
    for (let i = 0; i < 10; i++) void handle(callOf());
    expect(counts(all)).toEqual([5, 5]);
  });

  test("spreads calls over all backends by chance", () => {
    const all = backends(10);
    const { handle } = balance(all);
    for (let i = 0; i < 1000; i++) void handle(callOf());
    expect(Math.min(...counts(all))).toBeGreaterThan(90);
    expect(Math.max(...counts(all))).toBeLessThan(110);
  });

  test("counts a call until it is answered, or failed", async () => {
    const all = backends(2);
    const { handle } = balance(all, draws(0));
    const answers = [handle(callOf()), handle(callOf()), handle(callOf())];
    expect(counts(all)).toEqual([2, 1]);
    for (const answer of all[0]?.calls ?? []) answer(replyOf());
    await Promise.all([answers[0], answers[2]]);
    void handle(callOf());
    expect(counts(all)).toEqual([3, 1]);
    const late = await handle(callOf({ signal: AbortSignal.abort() })).catch((e: unknown) => e);
    expect(late).toMatchObject({ code: "cancelled" });
    void handle(callOf());
    expect(counts(all)).toEqual([4, 1]);
  });

  test("counts a stream until it has ended", async () => {
    const all = backends(2);
    const { handle } = balance(all, draws(0));
    const answer = handle(callOf());
    all[0]?.calls[0]?.(replyOf(new TestItems(1)));
    const items = (await answer)?.items?.[Symbol.asyncIterator]();
    void handle(callOf());
    expect(counts(all)).toEqual([1, 1]);
    expect(await items?.next()).toMatchObject({ done: false });
    expect(await items?.next()).toMatchObject({ done: true });
    void handle(callOf());
    expect(counts(all)).toEqual([2, 1]);
  });

  test("passes over backends that are closing", async () => {
    const all = backends(3);
    await all[1]?.channel.close();
    const { handle } = balance(all);
    for (let i = 0; i < 10; i++) void handle(callOf());
    expect(counts(all)).toEqual([5, 0, 5]);
  });
});

describe("interactions", () => {
  test("stay on the backend that they began on, however busy it is", () => {
    const all = backends(2);
    const { handle } = balance(all, draws(0));
    const { interaction } = newInteraction("File");
    void handle(begin(interaction));
    for (let i = 0; i < 5; i++) void handle(callOn(interaction));
    expect(counts(all)).toEqual([6, 0]);
  });

  test("die with their backend", async () => {
    const all = backends(2);
    const { handle } = balance(all, draws(0));
    const { interaction } = newInteraction("File");
    const created = handle(begin(interaction)).catch((e: unknown) => e);
    await all[0]?.channel.close(new Error("cut"));
    expect(await created).toMatchObject({ code: "closed" });
    await expect(handle(callOn(interaction))).rejects.toMatchObject({
      code: "interaction_lost",
      message: "File: the interaction is over: its connection is gone",
      mayHaveRun: false,
      cause: { code: "not_open" },
    });
    expect(counts(all)).toEqual([1, 0]);
  });

  test.each([
    ["called without having begun", callOn, "it did not begin on this channel"],
    ["begun when it is over already", begin, "it ended before it was created"],
  ])("are refused by all backends when %s", async (_, make, why) => {
    const all = backends(2);
    const { handle } = balance(all, draws(0));
    const { interaction, end } = newInteraction("File");
    end();
    const message = `File: the interaction is over: ${why}`;
    await expect(handle(make(interaction))).rejects.toMatchObject({ code: "interaction_lost", message });
    expect(counts(all)).toEqual([0, 0]);
  });

  test("may begin elsewhere when their creation is tried again", async () => {
    const all = backends(2);
    const { handle } = balance(all, draws(0));
    const { interaction } = newInteraction("File");
    const created = handle(begin(interaction)).catch((e: unknown) => e);
    await all[0]?.channel.close(new Error("cut"));
    await created;
    void handle(begin(interaction));
    void handle(callOn(interaction));
    expect(counts(all)).toEqual([1, 2]);
  });
});

describe("closing", () => {
  test("closes all backends, and takes no more calls", async () => {
    const all = backends(2);
    const channel = balance(all);
    await channel[Symbol.asyncDispose]();
    expect(all.map((backend) => backend.channel.closing.aborted)).toEqual([true, true]);
    await expect(channel.handle(callOf())).rejects.toMatchObject({ code: "not_open", mayHaveRun: false });
  });

  test("leaves no listener on the backends", async () => {
    const all = backends(2);
    const listeners = (): readonly number[] =>
      all.map((backend) => getEventListeners(backend.channel.closing, "abort").length);
    const channel = balanced(all.map((backend) => open(backend.channel)));
    expect(listeners()).toEqual([1, 1]);
    await channel.close();
    expect(listeners()).toEqual([0, 0]);
  });

  test("hands its reason to the calls that run", async () => {
    const channel = balance(backends(2));
    const answer = channel.handle(callOf()).catch((e: unknown) => e);
    const reason = new Error("the end");
    await channel.close(reason);
    expect(await answer).toMatchObject({ code: "closed", cause: reason });
  });

  test.each([
    ["before", async (all: readonly Backend[]) => void (await Promise.all(all.map(({ channel }) => channel.close())))],
    ["after", async () => undefined],
  ])("begins when the last backend closes, be it %s it was made", async (_, closeBefore) => {
    const all = backends(2);
    await closeBefore(all);
    const channel = balance(all);
    for (const backend of all) await backend.channel.close(new Error("cut"));
    expect(channel.closing.aborted).toBe(true);
    expect(channel.closing.reason).toBeInstanceOf(TransportError);
    const message = "none of the backends is open";
    await expect(channel.handle(callOf())).rejects.toMatchObject({ code: "not_open", message, mayHaveRun: false });
  });
});

test("needs a backend", () => {
  expect(() => balanced([])).toThrow(new RangeError("expected at least one channel, got none"));
});
