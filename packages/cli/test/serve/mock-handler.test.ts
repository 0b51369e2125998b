import { ApplicationError, type Call, derive } from "@seapink/core";
import { compile } from "@seapink/idl";
import { createClient, local, type LooseClient } from "@seapink/rpc";
import { expect, test } from "vitest";
import { arrayOf } from "../array-of.ts";
import { ambiguousMethods, mockHandler } from "../../src/serve/mock-handler.ts";
import { scriptOf } from "../../src/serve/script.ts";

const program = compile({
  "all.thrift": `
    exception Lost { 1: string name }
    struct Info { 1: i32 lines }
    interaction Cursor { string next() stream<string> rest() }
    interaction Draft { i32 add(1: string line) }
    service Base { string ping() }
    service Store extends Base {
      string get(1: string key) throws (1: Lost lost)
      void clear()
      oneway void note(1: string text)
      stream<string throws (1: Lost lost)> all(1: i32 count)
      Info, stream<string> allWithInfo()
      sink<string, Info> upload()
      Info, sink<string, Info> uploadWithInfo()
      sink<string>, stream<string> shout()
      Cursor scan()
      Cursor, Info scanWithInfo()
      performs Draft
    }
    service Other extends Base { i32 get(1: string key) }`,
});
const store = program.service("Store");
const Lost = program.exception("Lost");

interface Mock {
  /** Calls a method of `Store`. */
  readonly call: LooseMethodOf;
  /** What nobody but the server learns of. */
  readonly errors: readonly unknown[];
}

type LooseMethodOf = (
  method: string,
  args?: Readonly<Record<string, unknown>>,
  items?: readonly unknown[],
) => Promise<unknown>;

function mock(exported: unknown = {}, services = [store]): Mock {
  const errors: unknown[] = [];
  const script = scriptOf(exported, program);
  const channel = local(mockHandler(services, script), { onError: (error) => errors.push(error) });
  return { call: caller(createClient(store, channel)), errors };
}

function caller(client: LooseClient): LooseMethodOf {
  return async (method, args = {}, items = []) => client[method]?.(args, { items });
}

/** Items of a stream, those of one beside a response included. */
async function itemsOf(answer: unknown): Promise<readonly unknown[]> {
  const stream = (answer as { readonly stream?: AsyncIterable<unknown> }).stream ?? (answer as AsyncIterable<unknown>);
  return arrayOf(stream);
}

const info = { lines: 1 };

test("answers samples without a script", async () => {
  const { call } = mock();
  expect(await call("get", { key: "a" })).toBe("get");
  expect(await call("clear")).toBeUndefined();
  expect(await call("note", { text: "a" })).toBeUndefined();
  expect(await itemsOf(await call("all"))).toEqual(["all", "all", "all"]);
  expect(await call("allWithInfo")).toMatchObject({ response: info });
  expect(await itemsOf(await call("allWithInfo"))).toHaveLength(3);
  expect(await call("upload", {}, ["a", "b"])).toEqual(info);
  const both = (await call("uploadWithInfo", {}, ["a"])) as { readonly response: unknown; readonly final: unknown };
  expect([both.response, await both.final]).toEqual([info, info]);
  expect(await itemsOf(await call("shout", {}, ["a"]))).toEqual(["shout", "shout", "shout"]);
});

test("makes server objects whose methods answer samples", async () => {
  const { call } = mock();
  const cursor = caller((await call("scan")) as LooseClient);
  expect(await cursor("next")).toBe("next");
  expect(await itemsOf(await cursor("rest"))).toEqual(["rest", "rest", "rest"]);
  const [other, beside] = (await call("scanWithInfo")) as [LooseClient, unknown];
  expect([await caller(other)("next"), beside]).toEqual(["next", info]);
  const draft = caller((await call("createDraft")) as LooseClient);
  expect(await draft("add", { line: "a" })).toBe(1);
});

test("answers what the script returns, and what it streams", async () => {
  const { call } = mock({
    Store: {
      get: async ({ key }: { key: string }) => `value of ${key}`,
      async *all({ count }: { count: number }) {
        for (let i = 0; i < count; i++) yield `item ${i}`;
      },
      allWithInfo: () => ({ response: { lines: 7 }, stream: ["a", "b"] }),
      async upload(_: object, { items }: { items: AsyncIterable<string> }) {
        return { lines: (await arrayOf(items)).length };
      },
      uploadWithInfo: () => ({ response: { lines: 2 }, final: Promise.resolve({ lines: 3 }) }),
    },
  });
  expect(await call("get", { key: "a" })).toBe("value of a");
  expect(await itemsOf(await call("all", { count: 2 }))).toEqual(["item 0", "item 1"]);
  expect(await call("allWithInfo")).toMatchObject({ response: { lines: 7 } });
  expect(await itemsOf(await call("allWithInfo"))).toEqual(["a", "b"]);
  expect(await call("upload", {}, ["a", "b"])).toEqual({ lines: 2 });
  const both = (await call("uploadWithInfo")) as { readonly response: unknown; readonly final: unknown };
  expect([both.response, await both.final]).toEqual([{ lines: 2 }, { lines: 3 }]);
  expect(await call("ping")).toBe("ping");
});

test("answers a sample where the script returns nothing", async () => {
  const { call } = mock({ Store: { get() {}, upload: async () => {}, async scan() {}, createDraft() {} } });
  expect(await call("get", { key: "a" })).toBe("get");
  expect(await call("upload", {}, ["a"])).toEqual(info);
  expect(await caller((await call("scan")) as LooseClient)("next")).toBe("next");
  expect(await caller((await call("createDraft")) as LooseClient)("add")).toBe(1);
});

test("throws what the method declares, from streams, too", async () => {
  const lost = (): never => {
    throw new Lost({ name: "a" });
  };
  const { call, errors } = mock({
    Store: {
      get: lost,
      async *all() {
        yield "first";
        lost();
      },
    },
  });
  await expect(call("get", { key: "a" })).rejects.toEqual(new Lost({ name: "a" }));
  await expect(itemsOf(await call("all"))).rejects.toEqual(new Lost({ name: "a" }));
  expect(errors).toEqual([]);
});

test("throws a system error that is meant for the caller", async () => {
  const { call } = mock({
    Store: {
      get() {
        throw new ApplicationError("overloaded", "come again");
      },
    },
  });
  await expect(call("get")).rejects.toMatchObject({ code: "overloaded", message: "come again" });
});

const oops = (): never => {
  throw new Error("oops");
};

test.each<[what: string, method: string, answer: unknown, told: string]>([
  ["throws", "get", oops, "Store.get: Error: oops"],
  ["rejects", "get", async () => oops(), "Store.get: Error: oops"],
  ["throws what is no error", "get", () => Promise.reject("oops"), "Store.get: oops"],
  ["throws what is not declared", "clear", () => Promise.reject(new Lost({ name: "a" })), "Store.clear: Lost"],
  ["rejects what ends a sink", "upload", async () => oops(), "Store.upload: Error: oops"],
])("tells where it was when a function %s, and the caller nothing", async (_, method, answer, told) => {
  const { call, errors } = mock({ Store: { [method]: answer } });
  await expect(call(method)).rejects.toMatchObject({ code: "internal_error", message: "internal error" });
  expect(errors).toMatchObject([{ message: told }]);
});

test.each([
  ["a stream", "all", oops],
  ["a stream beside a response", "allWithInfo", oops],
])("tells where it was when %s fails", async (_, method, fail) => {
  async function* failing(): AsyncGenerator<string> {
    yield "first";
    fail();
  }
  const answer = method === "all" ? failing : () => ({ response: info, stream: failing() });
  const { call, errors } = mock({ Store: { [method]: answer } });
  await expect(call(method).then(itemsOf)).rejects.toMatchObject({ code: "internal_error" });
  expect(errors).toMatchObject([{ message: `Store.${method}: Error: oops` }]);
});

test("lets a stream clean up when its client leaves", async () => {
  const ended = Promise.withResolvers<string>();
  const { call } = mock({
    Store: {
      async *all() {
        try {
          for (;;) yield "more";
        } finally {
          ended.resolve("ended");
        }
      },
    },
  });
  for await (const item of (await call("all")) as AsyncIterable<unknown>) {
    expect(item).toBe("more");
    break;
  }
  expect(await ended.promise).toBe("ended");
});

test.each([
  ["get", 5],
  ["allWithInfo", 5],
  ["allWithInfo", { response: info, stream: 5 }],
  ["uploadWithInfo", { response: 5 }],
  ["scan", 5],
  ["scanWithInfo", {}],
])("refuses for %s what does not fit: %o", async (method, answer) => {
  const { call, errors } = mock({ Store: { [method]: () => answer } });
  await expect(call(method)).rejects.toThrow();
  expect(errors.length).toBeLessThanOrEqual(1);
});

test("gives the objects of a script the methods that they lack", async () => {
  const ended = Promise.withResolvers<unknown>();
  class Cursor {
    #next = 0;
    next = (): string => `item ${this.#next++}`;
    onTermination(reason: unknown): void {
      ended.resolve([this.#next, reason]);
    }
  }
  const { call } = mock({ Store: { scan: () => new Cursor(), scanWithInfo: () => [new Cursor(), { lines: 5 }] } });
  const handle = (await call("scan")) as LooseClient & AsyncDisposable;
  const cursor = caller(handle);
  expect([await cursor("next"), await cursor("next")]).toEqual(["item 0", "item 1"]);
  expect(await itemsOf(await cursor("rest"))).toHaveLength(3);
  await handle[Symbol.asyncDispose]();
  expect(await ended.promise).toEqual([2, "closed"]);
  expect(await call("scanWithInfo")).toMatchObject([{}, { lines: 5 }]);
});

test("answers for interactions by their sections, and disposes of what wants it", async () => {
  const ended = Promise.withResolvers<string>();
  const { call } = mock({
    Cursor: { next: () => "ours" },
    Draft: { add: () => 7 },
    Store: { scan: () => ({ [Symbol.asyncDispose]: async () => ended.resolve("disposed") }) },
  });
  const handle = (await call("scan")) as LooseClient & AsyncDisposable;
  expect(await caller(handle)("next")).toBe("ours");
  expect(await caller((await call("createDraft")) as LooseClient)("add")).toBe(7);
  await handle[Symbol.asyncDispose]();
  expect(await ended.promise).toBe("disposed");
});

const services = [...program.services.values()];

test("takes an inherited method for that of the last service, and refuses to guess between others", async () => {
  const script = scriptOf({ Other: { ping: () => "other" }, Store: { ping: () => "store" } }, program);
  const channel = local(mockHandler(services, script));
  const plain = { handle: (call: Call) => channel.handle(derive(call, { service: undefined })) };
  expect(await createClient(store, plain)["ping"]?.()).toBe("other");
  expect(await createClient(store, channel)["ping"]?.()).toBe("store");
  await expect(createClient(store, plain)["get"]?.({ key: "a" })).rejects.toMatchObject({ code: "unknown_method" });
  expect(await createClient(store, channel)["get"]?.({ key: "a" })).toBe("get");
  expect(await caller((await createClient(store, plain)["scan"]?.()) as LooseClient)("next")).toBe("next");
  expect(ambiguousMethods(services)).toEqual(["get"]);
});
