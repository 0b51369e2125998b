import { type Call, type Filter, limits, type Scope } from "@seapink/core";
import { newInteraction } from "@seapink/interactions";
import { binary } from "@seapink/protocol-binary";
import {
  createClient,
  type Context,
  implement,
  type ImplementOptions,
  type InteractionClient,
  limit,
  local,
} from "@seapink/rpc";
import {
  exception,
  exceptionClass,
  field,
  i32,
  interaction,
  method,
  service,
  type ServiceType,
  string,
} from "@seapink/schema";
import { describe, expect, test, vi } from "vitest";
import { callOf } from "./calls.ts";
import { settle } from "./fake-time.ts";

const BusyError = exceptionClass("BusyError");
const busy = field(1, "busy", exception("BusyError", [], { construct: BusyError }));

interface CounterMethods {
  add: { kind: "call"; args: { n: number }; returns: number };
  upTo: { kind: "stream"; args: { n: number }; returns: undefined; stream: number };
  close: { kind: "call"; args: { why: string }; returns: string };
}

interface MakerMethods {
  make: { kind: "call"; args: { from: number }; returns: undefined; creates: CounterMethods };
  makeNamed: { kind: "call"; args: { from: number }; returns: string; creates: CounterMethods };
  plain: { kind: "call"; args: object; returns: string };
}

const Counter = interaction("Counter", [
  method("add", { args: [field(1, "n", i32)], returns: i32 }),
  method("upTo", { args: [field(1, "n", i32)], stream: { of: i32 } }),
  method("close", { args: [field(1, "why", string)], returns: string }),
]);
const Other = interaction("Other", [method("reset")]);
const from = [field(1, "from", i32)];
const Maker: ServiceType<MakerMethods> = service<MakerMethods>("Maker", [
  method("make", { args: from, throws: [busy], creates: Counter }),
  method("makeNamed", { args: from, returns: string, creates: Counter }),
  method("plain", { returns: string }),
]);

/** What happens to the objects of a test. */
class Objects {
  readonly ended: string[] = [];

  make(n: number): object {
    const { ended } = this;
    return {
      add: (args: { n: number }) => (n += args.n),
      async *upTo(args: { n: number }) {
        while (n < args.n) yield ++n;
      },
      close: ({ why }: { why: string }) => `closed ${why}`,
      reset: () => (n = 0),
      onTermination: (reason: string) => ended.push(reason),
    };
  }
}

function setUp(methods: object = {}, options: ImplementOptions = {}, filters: readonly Filter[] = []) {
  const objects = new Objects();
  const implementation = {
    make: (args: { from: number }) => objects.make(args.from),
    makeNamed: (args: { from: number }) => [objects.make(args.from), `from ${args.from}`],
    plain: () => "plain",
    ...methods,
  };
  const errors: unknown[] = [];
  const handler = implement(Maker as ServiceType, implementation, {
    onError: (error) => errors.push(error),
    ...options,
  });
  const channel = local(handler, { onError: (error) => errors.push(error) });
  return { objects, errors, channel, client: createClient(Maker, channel, { filters }) };
}

test("a method that owes an object and a response says so when it returns the object alone", async () => {
  const { client, errors } = setUp({ makeNamed: () => ({}) });
  await expect(client.makeNamed({ from: 1 })).rejects.toMatchObject({ code: "internal_error" });
  const message = "makeNamed: expected the implementation to return [object, response], got object";
  expect(errors).toEqual([new TypeError(message)]);
});

/** Settles with the signal. */
async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
}

const lost = { code: "interaction_lost" };

describe("a handle", () => {
  test("calls its object, in order, before it has been created", async () => {
    const { client } = setUp();
    const making = client.make({ from: 1 });
    const sums = [1, 2, 3].map((n) => making.handle.add({ n }));
    expect(await Promise.all(sums)).toEqual([2, 4, 7]);
    expect(await making).toBe(making.handle);
  });

  test("comes with the first response where there is one", async () => {
    const { client } = setUp();
    const making = client.makeNamed({ from: 5 });
    const [counter, name] = await making;
    expect([counter, name]).toEqual([making.handle, "from 5"]);
  });

  test("is frozen, and has its methods and no others", async () => {
    const counter = await setUp().client.make({ from: 1 });
    expect(Object.isFrozen(counter)).toBe(true);
    expect(Reflect.ownKeys(counter)).toEqual(["add", "upTo", "close", Symbol.asyncDispose]);
  });

  test("leaves a method that the IDL names close alone", async () => {
    const { client, objects } = setUp();
    const counter = await client.make({ from: 1 });
    expect(await counter.close({ why: "kindly" })).toBe("closed kindly");
    expect(objects.ended).toEqual([]);
    expect(await counter.add({ n: 1 })).toBe(2);
  });

  test("ends its object once, however often it is ended", async () => {
    const { client, objects } = setUp();
    const counter = await client.make({ from: 1 });
    await Promise.all([counter[Symbol.asyncDispose](), counter[Symbol.asyncDispose]()]);
    await counter[Symbol.asyncDispose]();
    await settle();
    expect(objects.ended).toEqual(["closed"]);
  });

  test("can be given to await using", async () => {
    const { client, objects } = setUp();
    {
      await using counter = await client.make({ from: 1 });
      expect(await counter.add({ n: 1 })).toBe(2);
    }
    await settle();
    expect(objects.ended).toEqual(["closed"]);
  });

  test("that has been ended refuses calls without sending them", async () => {
    const sent: string[] = [];
    const { client } = setUp({}, {}, [(next) => (call) => (sent.push(call.method), next(call))]);
    const counter = await client.make({ from: 1 });
    await counter[Symbol.asyncDispose]();
    const message = "Counter: the interaction is over: it was closed";
    await expect(counter.add({ n: 1 })).rejects.toMatchObject({ ...lost, message, mayHaveRun: false });
    await expect(counter.upTo({ n: 1 })).rejects.toMatchObject(lost);
    expect(sent).toEqual(["make"]);
  });

  test("is ended by the end of its connection", async () => {
    const { client, objects, channel } = setUp();
    const counter = await client.make({ from: 1 });
    await channel.close(new Error("the cable broke"));
    await settle();
    expect(objects.ended).toEqual(["disconnected"]);
    await expect(counter.add({ n: 1 })).rejects.toMatchObject({ code: "not_open" });
  });
});

describe("the end of an interaction", () => {
  test("aborts the calls that run on it", async () => {
    const aborted = Promise.withResolvers<string>();
    const add = (_: object, { signal }: Context): Promise<number> => {
      signal.addEventListener("abort", () => aborted.resolve((signal.reason as { code: string }).code));
      return new Promise(() => undefined);
    };
    const { client } = setUp({ make: () => ({ add }) });
    const counter = await client.make({ from: 1 });
    const abort = new AbortController();
    const answer = counter.add({ n: 1 }, { signal: abort.signal }).catch((e: unknown) => e);
    await settle();
    await counter[Symbol.asyncDispose]();
    expect(await aborted.promise).toBe("interaction_lost");
    abort.abort();
    expect(await answer).toMatchObject({ code: "cancelled" });
  });

  test.each(["is waited for", "waits to be asked for"])("ends a stream whose next item %s", async (how) => {
    const journal: string[] = [];
    const make = (): object => ({
      async *upTo(_: object, { signal }: Context) {
        try {
          yield 1;
          await aborted(signal);
        } finally {
          await settle();
          journal.push("stream returned");
        }
      },
      onTermination: (reason: string) => journal.push(reason),
    });
    const { client, errors } = setUp({ make });
    const counter = await client.make({ from: 0 });
    const items = (await counter.upTo({ n: 2 }))[Symbol.asyncIterator]();
    expect(await items.next()).toEqual({ done: false, value: 1 });
    const waiting = how === "is waited for" ? items.next().catch((e: unknown) => e) : undefined;
    await counter[Symbol.asyncDispose]();
    expect(journal).toEqual([]);
    expect(await (waiting ?? items.next().catch((e: unknown) => e))).toMatchObject(lost);
    await settle();
    await settle();
    expect(journal).toEqual(["stream returned", "closed"]);
    expect([await items.next(), errors]).toEqual([{ done: true, value: undefined }, []]);
  });

  test("is reported when its object fails to end", async () => {
    const failing = { onTermination: () => Promise.reject(new Error("cannot end")) };
    const { client, errors } = setUp({ make: () => failing });
    await (await client.make({ from: 1 }))[Symbol.asyncDispose]();
    await settle();
    expect(errors).toEqual([new Error("cannot end")]);
  });
});

describe("a creation that fails", () => {
  test.each([
    ["with a declared exception", async () => Promise.reject(new BusyError({})), { name: "BusyError" }],
    ["with another error", async () => Promise.reject(new Error("no")), { code: "internal_error" }],
    ["for want of an object", () => undefined, { code: "internal_error" }],
  ])("%s takes the calls behind it along, and those to come", async (_, make, error) => {
    const { client } = setUp({ make });
    const making = client.make({ from: 1 });
    const behind = making.handle.add({ n: 1 }).catch((e: unknown) => e);
    await expect(making).rejects.toMatchObject(error);
    expect(await behind).toMatchObject(lost);
    await expect(making.handle.add({ n: 1 })).rejects.toMatchObject({ ...lost, mayHaveRun: false });
  });

  test("leaves no place taken", async () => {
    let fails = true;
    const objects = new Objects();
    const make = async (): Promise<object> => (fails ? Promise.reject(new BusyError({})) : objects.make(0));
    const options = { limits: limits({ maxInteractions: 1 }) };
    const { client } = setUp({ make }, options);
    for (let i = 0; i < 3; i++) await expect(client.make({ from: 1 })).rejects.toBeInstanceOf(BusyError);
    fails = false;
    await client.make({ from: 1 });
    await expect(client.make({ from: 1 })).rejects.toMatchObject({ code: "overloaded", mayHaveRun: false });
  });

  test("after the object was made ends the object", async () => {
    const { client, objects } = setUp({ makeNamed: () => [objects.make(1), undefined] });
    await expect(client.makeNamed({ from: 1 })).rejects.toMatchObject({ code: "internal_error" });
    await settle();
    expect(objects.ended).toEqual(["closed"]);
  });

  test("because a filter refused it can be tried again", async () => {
    const { channel } = setUp({}, { filters: [limit(1), (next) => async (call) => (await settle(), next(call))] });
    const { interaction: of } = newInteraction("Counter");
    const client = createClient(Maker, channel);
    const first = client.plain();
    const begin = callOf({ method: "make", interaction: { of, create: true }, protocol: binary() });
    await expect(channel.handle(begin)).rejects.toMatchObject({ code: "overloaded" });
    await first;
    expect(await channel.handle(begin)).toBeDefined();
  });
});

describe("a hostile peer", () => {
  const scope: Scope = {
    peer: { address: "test:", alpn: undefined, identity: undefined, headers: new Map() },
    closed: new AbortController().signal,
    channel: undefined,
  };
  const objects = new Objects();
  const made = vi.fn<(n: number) => object>((n) => objects.make(n));
  const Wide = service("Wide", [
    method("make", { args: from, creates: Counter }),
    method("other", { creates: Other }),
    method("plain", { returns: string }),
  ]);
  const handler = implement(Wide, { make: () => made(0), other: () => made(0), plain: () => "plain" });
  const call = (parts: Partial<Call>): ReturnType<typeof handler> =>
    handler(callOf({ protocol: binary(), scope, ...parts }));

  async function begun(): Promise<ReturnType<typeof newInteraction>["interaction"]> {
    const { interaction: of } = newInteraction("Counter");
    await call({ method: "make", interaction: { of, create: true } });
    made.mockClear();
    return of;
  }

  test.each([
    ["a method of another interaction", "Other.reset"],
    ["a method of the service", "plain"],
    ["a method that creates an interaction", "make"],
    ["a method without its interaction", "add"],
    ["what every object inherits", "Counter.toString"],
    ["what ends the object", "Counter.onTermination"],
  ])("cannot call on an interaction %s", async (_, name) => {
    const of = await begun();
    const message = `Counter has no method "${name}"`;
    const answer = call({ method: name, interaction: { of, create: false } });
    await expect(answer).rejects.toMatchObject({ code: "unknown_method", message });
    expect(made).not.toHaveBeenCalled();
  });

  test.each([
    ["create an interaction by a plain method", { method: "plain" }, true, "unknown_method"],
    ["create an interaction by a method of one", { method: "Counter.add" }, true, "unknown_method"],
    ["call an interaction that is not there", { method: "Counter.add" }, false, "interaction_lost"],
    ["create one without a connection", { method: "make", scope: undefined }, true, "interaction_lost"],
    [
      "create one on a connection that is gone",
      { method: "make", scope: { ...scope, closed: AbortSignal.abort() } },
      true,
      "interaction_lost",
    ],
  ])("cannot %s", async (_, parts, create, code) => {
    const { interaction: of } = newInteraction("Counter");
    const answer = call({ ...parts, interaction: { of, create } });
    await expect(answer).rejects.toMatchObject({ code, mayHaveRun: false });
  });

  test.each([
    ["with a declared exception", () => Promise.reject(new BusyError({})), []],
    ["for want of a response", () => [objects.make(0), undefined], ["closed"]],
  ])("takes no place by a creation that fails %s, though it never ends the interaction", async (_, make, ended) => {
    const methods = [method("make", { args: from, returns: string, throws: [busy], creates: Counter })];
    const narrow = implement(service("Narrow", methods), { make }, { limits: limits({ maxInteractions: 1 }) });
    objects.ended.length = 0;
    for (let i = 0; i < 3; i++) {
      const { interaction: of } = newInteraction("Counter");
      const begin = callOf({ protocol: binary(), scope, method: "make", interaction: { of, create: true } });
      const outcome = await narrow(begin).catch((e: unknown) => e);
      expect(outcome).not.toMatchObject({ code: "overloaded" });
      await settle();
    }
    expect(objects.ended).toEqual([...ended, ...ended, ...ended]);
  });

  test.each([
    [
      "a method of an interaction without one",
      "Counter.add",
      "unknown_method",
      "add: expected a call on an interaction, since it is a method of Counter, got one on none",
    ],
    [
      "a method that creates an interaction without one",
      "make",
      "unsupported_client_type",
      "make creates an interaction, which needs a dialect that carries interactions",
    ],
  ])("cannot call %s", async (_, name, code, message) => {
    await expect(call({ method: name })).rejects.toMatchObject({ code, message, mayHaveRun: false });
  });
});

test("an object that lacks a method says so when it is called", async () => {
  const { client } = setUp({ make: () => ({}) });
  const counter: InteractionClient<CounterMethods> = await client.make({ from: 1 });
  await expect(counter.add({ n: 1 })).rejects.toMatchObject({
    code: "unknown_method",
    message: "Counter has no method add",
  });
});
