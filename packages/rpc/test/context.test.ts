import { type Call, derive, type Filter, now } from "@seapink/core";
import { type CallOptions, createClient, implement, local } from "@seapink/rpc";
import { describe, expect, test } from "vitest";
import { Context } from "../src/context.ts";
import { callOf, scripted } from "./calls.ts";
import { Echo, echo } from "./echo.ts";

/** What a handler is told of a call made with these options. */
async function received(options: CallOptions, filters: readonly Filter[] = []): Promise<Context> {
  const contexts: Context[] = [];
  const say = ({ text }: { text: string }, context: Context): string => {
    contexts.push(context);
    return text;
  };
  await createClient(Echo, local(implement(Echo, { ...echo, say })), { filters }).say({ text: "a" }, options);
  return contexts[0] ?? expect.unreachable("the handler was not called");
}

describe("a handler is told", () => {
  test("which method it is, and who calls from where", async () => {
    const context = await received({}, [(next) => (call) => next(derive(call, { identity: "ada" }))]);
    expect([context.method, context.identity]).toEqual(["say", "ada"]);
    expect(context.peer).toMatchObject({ address: "local:", identity: undefined });
    expect(context.call.scope?.closed.aborted).toBe(false);
  });

  test("nothing of a peer where the call came over no connection", () => {
    expect(new Context(callOf()).peer).toBeUndefined();
  });

  test("headers", async () => {
    expect([...(await received({ headers: { A: "b" } })).headers]).toEqual([["a", "b"]]);
  });

  test.each([
    [{ timeoutMs: 500 }, 500],
    [{ timeoutMs: Infinity }, Infinity],
    [{}, 30_000],
  ])("how much time is left: with %j %d ms", async (options, ms) => {
    const { remainingMs } = await received(options);
    expect(remainingMs).toBeLessThanOrEqual(ms);
    expect(remainingMs).toBeGreaterThanOrEqual(ms - 200);
  });

  test("that time is over", () => {
    expect(new Context(callOf({ deadline: now() - 5 })).remainingMs).toBeLessThan(0);
  });

  test("of an abort by one signal, however often it asks", () => {
    const context = new Context(callOf());
    expect(context.signal).toBe(context.signal);
  });

  test("of no abort where there can be none", () => {
    expect(new Context(callOf()).signal.aborted).toBe(false);
  });

  test("of no items where the caller sends none", async () => {
    for await (const item of new Context(callOf()).items) expect(item).toBe("never");
    expect(await new Context(callOf()).items[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
  });
});

function costly(_: object, context: Context): string {
  context.setHeader("Cost", "5");
  context.setHeader("cost", "7");
  return "a";
}

async function* lateHeader(context: Context): AsyncGenerator<string> {
  yield "a";
  context.setHeader("late", "5");
  yield "b";
}

function earlyHeader(_: object, context: Context): AsyncIterable<string> {
  context.setHeader("early", "5");
  return lateHeader(context);
}

describe("headers of the answer", () => {
  test("reach the caller, lower-cased", async () => {
    const headers: unknown[] = [];
    const client = createClient(Echo, local(implement(Echo, { ...echo, say: costly })));
    await client.say({ text: "" }, { onHeaders: (all) => headers.push(...all) });
    expect(headers).toEqual([["cost", "7"]]);
  });

  test("reach the caller before the items of a stream, and do not change behind its back", async () => {
    const seen: (readonly [string, string])[][] = [];
    const client = createClient(Echo, local(implement(Echo, { ...echo, spell: earlyHeader })));
    let headers: ReadonlyMap<string, string> = new Map();
    const stream = await client.spell({ text: "" }, { onHeaders: (all) => (headers = all) });
    seen.push([...headers]);
    for await (const item of stream) expect(["a", "b"]).toContain(item);
    seen.push([...headers]);
    expect(seen).toEqual([[["early", "5"]], [["early", "5"]]]);
  });

  test("are none where the handler sets none", async () => {
    let size = -1;
    const client = createClient(Echo, local(implement(Echo, echo)));
    await client.say({ text: "" }, { onHeaders: (all) => (size = all.size) });
    expect(size).toBe(0);
  });
});

/** The call that a client sends inside a handler. */
async function made(parent: Context, options: CallOptions = {}): Promise<Call> {
  const handle = scripted();
  await createClient(Echo, { handle }).tell({ text: "" }, { parent, ...options });
  return handle.calls[0] ?? expect.unreachable("no call was sent");
}

describe("a call made inside a handler", () => {
  const inbound = new Map([
    ["traceparent", "00-1-2-01"],
    ["tracestate", "a=b"],
    ["baggage", "c=d"],
    ["rpc-persist-tenant", "ada"],
    ["authorization", "Bearer secret"],
    ["rpc-transit-tenant", "bob"],
    ["xrpc-persist-tenant", "eve"],
    [":caller", "gateway"],
  ]);
  const handedOn = [...inbound].slice(0, 4);

  test("hands on the trace and what is marked to persist, and nothing else", async () => {
    const { headers } = await made(new Context(callOf({ headers: inbound })));
    expect([...headers]).toEqual(handedOn);
  });

  test("may say otherwise, and more", async () => {
    const context = new Context(callOf({ headers: inbound }));
    const { headers } = await made(context, { headers: { Baggage: "mine", more: "x" } });
    expect([...headers]).toEqual([...new Map([...handedOn, ["baggage", "mine"], ["more", "x"]])]);
  });

  test("hands on no identity", async () => {
    expect((await made(new Context(callOf({ identity: "ada" })))).identity).toBeUndefined();
  });

  test.each([
    ["the caller's time where that is shorter", 100, {}, 100],
    ["its own time where that is shorter", 100, { timeoutMs: 20 }, 20],
    ["the caller's time where it has none", 100, { timeoutMs: Infinity }, 100],
    ["its own time where the caller has none", undefined, { timeoutMs: 20 }, 20],
  ])("has %s", async (_, leftMs, options, ms) => {
    const before = now();
    const deadline = leftMs === undefined ? undefined : before + leftMs;
    const call = await made(new Context(callOf({ deadline })), options);
    expect(call.deadline).toBeGreaterThanOrEqual(before + ms);
    expect(call.deadline).toBeLessThan(now() + ms + 1);
  });

  test("is aborted with the caller's, or its own signal", async () => {
    for (const by of ["caller", "own"] as const) {
      const signals = { caller: new AbortController(), own: new AbortController() };
      const context = new Context(callOf({ signal: signals.caller.signal }));
      const { signal } = await made(context, { signal: signals.own.signal });
      expect(signal?.aborted).toBe(false);
      signals[by].abort(`by ${by}`);
      expect(signal?.reason).toBe(`by ${by}`);
    }
  });

  test("shares the caller's signal where it has none of its own, and has none where neither has", async () => {
    const { signal } = new AbortController();
    expect((await made(new Context(callOf({ signal })))).signal).toBe(signal);
    expect((await made(new Context(callOf()))).signal).toBeUndefined();
  });
});
