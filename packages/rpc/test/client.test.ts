import { type Call, now, TransportError } from "@seapink/core";
import { type CallOptions, createClient, implement, local } from "@seapink/rpc";
import { interaction, method, service, type ServiceType } from "@seapink/schema";
import { describe, expect, test } from "vitest";
import { replyOf, scripted, TestItems } from "./calls.ts";
import { Echo, echo } from "./echo.ts";

const gone = new TransportError("closed", "gone");

/** The call that a client sends. */
async function sent(options: CallOptions, clientOptions: Parameters<typeof createClient>[2] = {}): Promise<Call> {
  const handle = scripted(gone);
  await createClient(Echo, { handle }, clientOptions)
    .say({ text: "a" }, options)
    .catch(() => undefined);
  return handle.calls[0] ?? expect.unreachable("no call was sent");
}

describe("a call", () => {
  test("says which method of which service it is for", async () => {
    const call = await sent({});
    expect(call).toMatchObject({ service: "Echo", method: "say", kind: "call" });
    for (const name of ["protocol", "items", "interaction", "signal", "scope", "identity"] as const)
      expect(call[name]).toBeUndefined();
    expect(call.headers.size).toBe(0);
  });

  test.each([
    ["30 s by default", {}, {}, 30_000],
    ["as long as the client waits", {}, { timeoutMs: 500 }, 500],
    ["as long as the caller says", { timeoutMs: 20 }, { timeoutMs: 500 }, 20],
    ["longer than the client, if the caller says so", { timeoutMs: 900 }, { timeoutMs: 500 }, 900],
    ["no time at all", { timeoutMs: 0 }, {}, 0],
    ["less than no time", { timeoutMs: -5 }, {}, -5],
  ])("waits %s", async (_, options, clientOptions, timeoutMs) => {
    const before = now();
    const { deadline } = await sent(options, clientOptions);
    expect(deadline).toBeGreaterThanOrEqual(before + timeoutMs);
    expect(deadline).toBeLessThan(now() + timeoutMs + 1);
  });

  test.each([
    ["the client", {}, { timeoutMs: Infinity }],
    ["the caller", { timeoutMs: Infinity }, {}],
  ])("waits for ever if %s says so", async (_, options, clientOptions) => {
    expect((await sent(options, clientOptions)).deadline).toBeUndefined();
  });

  test.each([
    ["an object", { Trace: "a", "x-b": "c" }],
    [
      "a map",
      new Map([
        ["Trace", "a"],
        ["x-b", "c"],
      ]),
    ],
  ])("takes headers as %s, and lower-cases their names", async (_, headers) => {
    const call = await sent({ headers });
    expect([...call.headers]).toEqual([
      ["trace", "a"],
      ["x-b", "c"],
    ]);
  });

  test("is independent of the map of headers afterwards", async () => {
    const headers = new Map([["a", "b"]]);
    const call = await sent({ headers });
    headers.set("a", "c");
    expect(call.headers.get("a")).toBe("b");
  });

  test("hands its signal on", async () => {
    const { signal } = new AbortController();
    expect((await sent({ signal })).signal).toBe(signal);
  });
});

describe("a method never throws but rejects", () => {
  const client = createClient(Echo, {
    handle: () => {
      throw gone;
    },
  });

  test.each([
    ["a channel or filter that throws", () => client.say({ text: "a" }), "gone"],
    ["oneway", () => client.tell({ text: "a" }), "gone"],
    ["a stream", () => client.spell({ text: "a" }), "gone"],
    ["a sink", () => client.join({}, { items: [] }), "gone"],
    ["a timeout that is no number", () => client.say({ text: "a" }, { timeoutMs: Number.NaN }), "expected a number of"],
    ["a timeout that is text", () => client.say({ text: "a" }, { timeoutMs: "5" as never }), 'got string "5"'],
    [
      "headers that are none",
      () => client.say({ text: "a" }, { headers: null as never }),
      "headers: expected a map or",
    ],
    [
      "a header that is no text",
      () => client.say({ text: "a" }, { headers: { n: 5 as never } }),
      "headers.n: expected a",
    ],
    [
      "a signal that is none",
      () => client.say({ text: "a" }, { signal: 5 as never }),
      "signal: expected an AbortSignal",
    ],
    [
      "a listener that is none",
      () => client.say({ text: "a" }, { onHeaders: 5 as never }),
      "onHeaders: expected a func",
    ],
    ["options that are none", () => client.say({ text: "a" }, 500 as never), "options: expected an object, got number"],
    ["options that are null", () => client.say({ text: "a" }, null as never), "options: expected an object, got null"],
    ["a sink without items", () => client.join({}, {} as never), "join: expected items in the options"],
    ["a sink without options", () => client.join({}, undefined as never), "join: expected items in the options"],
    ["items that are none", () => client.join({}, { items: 5 as never }), "join: expected items to iterate over"],
  ])("%s", async (_, call, message) => {
    let answer: Promise<unknown> | undefined;
    expect(() => (answer = call())).not.toThrow();
    await expect(answer).rejects.toThrow(message);
  });

  test.each([
    ["null", null],
    ["text", "a"],
    ["a list", ["a"]],
    ["an argument of another type", { text: 5 }],
  ])("with %s for its arguments", async (_, args) => {
    const answer = createClient(Echo, local(implement(Echo, echo))).say(args as never);
    await expect(answer).rejects.toMatchObject({ code: "invalid_data", mayHaveRun: false });
  });
});

test.each([
  ["fails", scripted(gone)],
  ["gives no answer", scripted(undefined)],
])("items are returned when their call %s, whether somebody took them or not", async (_, handle) => {
  let isReturned = false;
  const items: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      next: async () => ({ done: true, value: undefined }),
      async return() {
        isReturned = true;
        return { done: true, value: undefined };
      },
    }),
  };
  await expect(createClient(Echo, { handle }).join({}, { items })).rejects.toBeInstanceOf(Error);
  expect(isReturned).toBe(true);
});

describe("an answer", () => {
  test.each([
    ["say", "an answer"],
    ["spell", "an answer"],
  ])("that is missing is an error: %s", async (name, what) => {
    const client = createClient(Echo as ServiceType, { handle: scripted(undefined) });
    const message = `${name}: expected ${what}, got none`;
    await expect(client[name]?.({ text: "" })).rejects.toMatchObject({ code: "missing_result", message });
  });

  test("without a result is an error", async () => {
    const client = createClient(Echo, {
      handle: async () => ({ ...replyOf(), body: { write: (w) => (w.structBegin(), w.structEnd()) } }),
    });
    const message = "say: expected a result or a declared exception, got neither";
    await expect(client.say({ text: "" })).rejects.toMatchObject({ code: "missing_result", message, mayHaveRun: true });
  });

  test("returns items that nobody expects", async () => {
    const items = new TestItems(3);
    const client = createClient(Echo, { handle: async () => replyOf(items) });
    await client.say({ text: "" }).catch(() => undefined);
    expect(items.returned).toHaveBeenCalledOnce();
  });

  test("returns items behind a first response that cannot be read", async () => {
    const items = new TestItems(3);
    const client = createClient(Echo, { handle: async () => replyOf(items) });
    await expect(client.spell({ text: "" })).rejects.toMatchObject({ code: "not_implemented" });
    expect(items.returned).toHaveBeenCalledOnce();
  });
});

describe("a client", () => {
  test("is frozen, and has the methods of its service and no others", () => {
    const client = createClient(Echo, local(implement(Echo, echo)));
    expect(Object.isFrozen(client)).toBe(true);
    expect(Object.getPrototypeOf(client)).toBeNull();
    expect(Object.keys(client)).toEqual(["say", "tell", "spell", "join"]);
  });

  test.each([
    ["a service", service("Later", [method("then")])],
    ["an interaction", service("Maker", [method("make", { creates: interaction("Later", [method("then")]) })])],
    ["one that is performed", service("Maker", [], { performs: [interaction("Later", [method("then")])] })],
  ])("is not made where a method then of %s would make a promise of it", (_, type) => {
    const message = "Later: a method named then makes a promise of every object that has it";
    expect(() => createClient(type, { handle: scripted() })).toThrow(new TypeError(message));
  });

  test("can be awaited", async () => {
    const client = createClient(Echo, local(implement(Echo, echo)));
    expect(await Promise.resolve(client)).toBe(client);
  });
});
