import { compile } from "@seapink/idl";
import { createClient, local, type LogEntry, type LooseClient } from "@seapink/rpc";
import { expect, test } from "vitest";
import { arrayOf } from "../array-of.ts";
import { logCalls } from "../../src/serve/log-calls.ts";
import { mockHandler } from "../../src/serve/mock-handler.ts";
import { scriptOf } from "../../src/serve/script.ts";

const program = compile({
  "a.thrift": `
    exception Lost { 1: string name }
    service Store {
      string get(1: i32 how) throws (1: Lost lost)
      oneway void note()
      stream<string throws (1: Lost lost)> all(1: i32 how)
      string, stream<string> both(1: i32 how)
      sink<string, string> upload(1: i32 how)
    }`,
});
const store = program.service("Store");
const Lost = program.exception("Lost");

const [fits, declares, throws, misfits] = [0, 1, 2, 3];

function valueOf(how: unknown): unknown {
  if (how === declares) throw new Lost({ name: "a" });
  if (how === throws) throw new Error("oops");
  return how === misfits ? 5 : "fits";
}

interface Args {
  readonly how: number;
}

async function* stream(how: number): AsyncGenerator {
  yield "first";
  yield valueOf(how);
}

const script = {
  get: ({ how }: Args) => valueOf(how),
  note: () => undefined,
  all: ({ how }: Args) => stream(how),
  both: ({ how }: Args) => ({ response: how === misfits ? 5 : "first", stream: stream(how) }),
  async upload({ how }: Args, { items }: { readonly items: AsyncIterable<unknown> }) {
    for await (const item of items) void item;
    return valueOf(how);
  },
};

interface Logged {
  readonly client: LooseClient;
  readonly outcomes: readonly string[];
}

function logged(exported: object = script): Logged {
  const outcomes: string[] = [];
  const log = logCalls(({ method, outcome }: LogEntry) => outcomes.push(`${method} ${outcome}`));
  const handler = mockHandler([store], scriptOf(exported, program), { filtersOf: () => [log] });
  return { client: createClient(store, local(handler, { onError: () => undefined })), outcomes };
}

async function taken(answer: unknown): Promise<unknown> {
  const parts = answer as { readonly stream?: AsyncIterable<unknown> };
  return arrayOf(parts.stream ?? (answer as AsyncIterable<unknown>));
}

test.each([
  ["get", fits, "ok"],
  ["get", declares, "Lost"],
  ["get", throws, "error"],
  ["get", misfits, "error"],
  ["note", fits, "ok"],
  ["upload", fits, "ok"],
  ["upload", throws, "error"],
  ["upload", misfits, "error"],
])("says how %s has ended: %i, %s", async (method, how, outcome) => {
  const { client, outcomes } = logged();
  await client[method]?.({ how }, { items: ["a"] }).catch(() => undefined);
  await expect.poll(() => outcomes).toEqual([`${method} ${outcome}`]);
});

test.each([
  ["all", fits, "ok"],
  ["all", declares, "Lost"],
  ["all", throws, "error"],
  ["all", misfits, "error"],
  ["both", fits, "ok"],
  ["both", throws, "error"],
  ["both", misfits, "error"],
])("says how the stream of %s has ended, and only then: %i, %s", async (method, how, outcome) => {
  const { client, outcomes } = logged();
  const answer = await client[method]?.({ how }).catch(() => undefined);
  if (answer !== undefined) {
    expect(outcomes).toEqual([]);
    await taken(answer).catch(() => undefined);
  }
  expect(outcomes).toEqual([`${method} ${outcome}`]);
});

test("says that a client wanted no more of a stream", async () => {
  const { client, outcomes } = logged();
  const items = (await client["all"]?.({ how: fits })) as AsyncIterable<unknown>;
  for await (const item of items) if (item === "first") break;
  await expect.poll(() => outcomes).toEqual(["all cancelled"]);
});

test("says that a client has broken its items off", async () => {
  const { client, outcomes } = logged();
  const items = (async function* () {
    yield "a";
    throw new Error("no more");
  })();
  await expect(client["upload"]?.({ how: fits }, { items })).rejects.toThrow("no more");
  await expect.poll(() => outcomes).toEqual(["upload internal_error"]);
});

test("says that a client was gone before there was an answer", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { client, outcomes } = logged({ get: () => promise });
  const gone = new AbortController();
  const answer = client["get"]?.({ how: fits }, { signal: gone.signal });
  gone.abort();
  await expect(answer).rejects.toMatchObject({ code: "cancelled" });
  expect(outcomes).toEqual([]);
  resolve("late");
  await expect.poll(() => outcomes).toEqual(["get cancelled"]);
});

test("says nothing of what goes on", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { client, outcomes } = logged({ get: () => promise });
  const answer = client["get"]?.({ how: fits });
  expect(outcomes).toEqual([]);
  resolve("done");
  expect(await answer).toBe("done");
});
