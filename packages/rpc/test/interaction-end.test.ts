import { type Filter, type Items, limits, type Reply, TransportError, type Writable } from "@seapink/core";
import { newInteraction } from "@seapink/interactions";
import { createClient, type InteractionClient, local } from "@seapink/rpc";
import { describe, expect, test, vi } from "vitest";
import { snapshot } from "../src/token-body.ts";
import { Caller, Disk, headers, ways } from "./disk.ts";
import { fakeTime, pass, settle } from "./fake-time.ts";

fakeTime();

const failure = async (promise: Promise<unknown> | undefined): Promise<unknown> => promise?.catch((e: unknown) => e);
const lost = { code: "interaction_lost", mayHaveRun: false };

/** Items of which none ever comes. */
const silence: Items = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) };

async function firstOf(reply: Promise<Reply | undefined>): Promise<AsyncIterator<unknown>> {
  const items = (await reply)?.items?.[Symbol.asyncIterator]();
  await items?.next();
  return items as AsyncIterator<unknown>;
}

type Stage = readonly [what: string, begin: (caller: Caller) => Promise<unknown>, journal: readonly string[]];

/** What may go on when an interaction ends, and what is to happen before its object is told. */
const stages: readonly Stage[] = [
  ["nothing", (caller) => caller.create("open"), []],
  ["nothing, since its first call", (caller) => caller.create("File.note"), ["note"]],
  [
    "a call",
    async (caller) => {
      await caller.create("open");
      void failure(caller.call("File.hold"));
    },
    ["hold", "hold done"],
  ],
  ["a first call", async (caller) => void failure(caller.create("File.hold")), ["hold", "hold done"]],
  [
    "calls behind each other",
    async (caller) => {
      await caller.create("open");
      for (const text of ["a", "b"]) void failure(caller.call("File.hold", { headers: headers(text) }));
    },
    ["a", "a done"],
  ],
  [
    "a stream",
    async (caller) => {
      await caller.create("open");
      await firstOf(caller.call("File.watch", { kind: "stream" }));
    },
    ["watch returned"],
  ],
  ["a first stream", (caller) => firstOf(caller.create("File.watch", { kind: "stream" })), ["watch returned"]],
  ["a factory's stream", (caller) => firstOf(caller.create("openAndWatch", { kind: "stream" })), ["watch returned"]],
  [
    "a stream that nobody has looked at",
    async (caller) => {
      await caller.create("open");
      await caller.call("File.watch", { kind: "stream" });
    },
    [],
  ],
  [
    "a sink",
    async (caller) => {
      await caller.create("open");
      await caller.call("File.gather", { kind: "sink", items: silence });
    },
    ["gather ended"],
  ],
  ["a factory's sink", (caller) => caller.create("openAndGather", { kind: "sink", items: silence }), ["gather ended"]],
  ["its factory", async (caller) => void failure(caller.create("openSlowly")), ["opening"]],
  [
    "its constructor",
    async (caller) => void failure(caller.create("File.note", { headers: headers("a", "slow") })),
    ["opening"],
  ],
];

describe.each<[how: string, end: (caller: Caller) => void, reason: string]>([
  ["by its client", ({ identity }) => identity.end(), "closed"],
  ["with its connection", (caller) => caller.close(new TransportError("closed", "cut")), "disconnected"],
  ["with its server", (caller) => caller.close(new TransportError("not_open", "draining")), "shutdown"],
])("an interaction ended %s", (_, end, reason) => {
  test.each(stages)("while there runs %s tells its object last, and once", async (what, begin, journal) => {
    const disk = new Disk(true);
    const caller = new Caller(disk.handler);
    await begin(caller);
    await settle();
    end(caller);
    expect(await failure(caller.call("File.note"))).toMatchObject(lost);
    await settle();
    if (what.endsWith("or") || what.endsWith("factory")) disk.release();
    for (let i = 0; i < 5; i++) await settle();
    caller.identity.end();
    caller.close(new TransportError("closed", "cut"));
    await pass(10_000);
    expect([disk.journal, disk.files.size, disk.errors]).toEqual([[...journal, reason], 0, []]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test.each([
  ["a call", "hold", "call"],
  ["a stream", "watch", "stream"],
] as const)("%s that does not heed its signal is waited for 5 s", async (_, name, kind) => {
  const never = new Promise<never>(() => undefined);
  async function* watch(): AsyncGenerator<number> {
    yield await never;
  }
  const told = vi.fn<(reason: string) => void>();
  const file = { hold: () => never, watch, onTermination: told };
  const disk = new Disk(false, {}, { open: () => file });
  const caller = new Caller(disk.handler);
  await caller.create("open");
  const running = caller.call(`File.${name}`, { kind });
  if (name === "watch") void failure(running.then((reply) => reply?.items?.[Symbol.asyncIterator]().next()));
  await settle();
  caller.close(new TransportError("closed", "cut"));
  await pass(4990);
  expect(told).not.toHaveBeenCalled();
  await pass(30);
  expect(told.mock.calls).toEqual([["disconnected"]]);
});

test.each(["openSlowly", "File.note"])("an object that %s makes long after the end is told at once", async (name) => {
  const disk = new Disk();
  const caller = new Caller(disk.handler);
  void failure(caller.create(name, { headers: headers("a", "slow") }));
  caller.identity.end();
  await pass(60_000);
  expect(disk.journal).toEqual(["opening"]);
  disk.release();
  for (let i = 0; i < 3; i++) await settle();
  expect([disk.journal, disk.files.size]).toEqual([["opening", "closed"], 0]);
});

test("a stream that is cut off says why", async () => {
  const disk = new Disk();
  const caller = new Caller(disk.handler);
  await caller.create("open");
  const items = await firstOf(caller.call("File.watch", { kind: "stream" }));
  caller.identity.end();
  await expect(items.next()).rejects.toMatchObject({
    code: "interaction_lost",
    message: "File: the interaction is over: it was closed",
    mayHaveRun: true,
  });
  expect(await items.next()).toMatchObject({ done: true });
});

describe("a creation that fails", () => {
  test("for want of a response ends its object, and takes the calls behind it along", async () => {
    const disk = new Disk();
    const caller = new Caller(disk.handler);
    const created = failure(caller.create("openAndFail"));
    const behind = failure(caller.call("File.note"));
    expect(await created).toBeInstanceOf(TypeError);
    expect(await behind).toMatchObject(lost);
    await settle();
    expect([disk.journal, disk.files.size]).toEqual([["closed"], 0]);
  });

  test("since its reply cannot be written ends its object, though its client does not", async () => {
    const disk = new Disk();
    const caller = new Caller(disk.handler);
    const reply = await caller.create("openAndMisfit");
    for (let i = 0; i < 2; i++) expect(() => snapshot(reply?.body as Writable)).toThrow("expected string");
    expect(await failure(caller.call("File.note"))).toMatchObject(lost);
    await settle();
    expect([disk.journal, disk.files.size]).toEqual([["closed"], 0]);
  });

  test.each(ways)("to be written is told to its client, over %s", async (_, way) => {
    const disk = new Disk();
    const opening = createClient(disk.type, way(disk.handler))["openAndMisfit"]?.();
    expect(await failure(opening)).toMatchObject({ code: "internal_error", message: "internal error" });
    expect(await failure(opening?.handle["note"]?.())).toMatchObject(lost);
    await settle();
    expect([disk.journal, disk.files.size]).toEqual([["closed"], 0]);
  });

  test("since a filter made an exception of its answer ends its object", async () => {
    const exception = { name: "NoError", message: "changed" };
    const changing: Filter = (next) => async (call) => ({ ...((await next(call)) as Reply), exception });
    const disk = new Disk(false, { filters: [changing] });
    const caller = new Caller(disk.handler);
    expect(await caller.create("open")).toMatchObject({ exception });
    expect(await failure(caller.call("File.note"))).toMatchObject(lost);
    await settle();
    expect([disk.journal, disk.files.size]).toEqual([["closed"], 0]);
  });

  test("leaves no object behind which is made after a filter has given up", async () => {
    const impatient = new Disk(false, {
      filters: [(next) => (call) => Promise.race([next(call), Promise.reject(new Error("enough"))])],
    });
    const caller = new Caller(impatient.handler);
    await expect(caller.create("openSlowly")).rejects.toThrow("enough");
    impatient.release();
    await settle();
    expect([impatient.journal, impatient.files.size]).toEqual([["opening", "closed"], 0]);
  });
});

describe("idleness", () => {
  const idle = { limits: limits({ interactionIdleTimeoutMs: 1000 }) };

  test("ends an interaction, as its client learns with the next call", async () => {
    const disk = new Disk(false, idle);
    const client = createClient(disk.type, local(disk.handler));
    const file = (await client["open"]?.()) as InteractionClient;
    await pass(900);
    await file["note"]?.();
    await pass(990);
    expect(disk.files.size).toBe(1);
    await pass(30);
    expect(disk.journal).toEqual(["note", "idle"]);
    const why = "File: the interaction is over: nobody used it for too long";
    expect(await failure(file["note"]?.())).toMatchObject({ ...lost, message: why });
    expect(await failure(file["note"]?.())).toMatchObject({ ...lost, cause: { message: why } });
  });

  test.each([
    ["a stream", "File.watch", "open", "call"],
    ["a factory's stream", undefined, "openAndWatch", "stream"],
  ] as const)("does not begin before %s is over", async (_, name, open, kind) => {
    const disk = new Disk(false, idle);
    const caller = new Caller(disk.handler);
    const created = caller.create(open, { kind });
    const items = await firstOf(
      name === undefined ? created : created.then(() => caller.call(name, { kind: "stream" })),
    );
    await pass(10_000);
    expect(disk.files.size).toBe(1);
    await items.return?.();
    await pass(990);
    expect(disk.files.size).toBe(1);
    await pass(30);
    expect(disk.journal).toEqual(["watch returned", "idle"]);
  });
});

test("an ended interaction frees its place once, however it ended", async () => {
  const disk = new Disk(false, { limits: limits({ maxInteractions: 2, interactionIdleTimeoutMs: 1000 }) });
  const caller = new Caller(disk.handler);
  const methods = ["open", "File.note", "openAndWatch", "openAndFail", "openAndMisfit", "openSlowly", "none"];
  for (const method of [...methods, ...methods]) {
    caller.identity = newInteraction("File");
    const created = failure(caller.create(method));
    if (method === "openSlowly") disk.release();
    await created;
    if (method === "open") await pass(1010);
    caller.identity.end();
    for (let i = 0; i < 3; i++) await settle();
  }
  expect(disk.files.size).toBe(0);
  for (const expected of [undefined, undefined, "overloaded"]) {
    caller.identity = newInteraction("File");
    const outcome = (await failure(caller.create("open"))) as { readonly code?: string };
    expect(outcome.code).toBe(expected);
  }
  expect(disk.files.size).toBe(2);
});
