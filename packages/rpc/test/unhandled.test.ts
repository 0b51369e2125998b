import { ApplicationError, TransportError } from "@seapink/core";
import {
  balanced,
  bearer,
  createClient,
  implement,
  type InteractionClient,
  limit,
  local,
  reconnecting,
  retry,
} from "@seapink/rpc";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replyOf } from "./calls.ts";
import { Disk } from "./disk.ts";
import { Echo, echo } from "./echo.ts";
import { settle } from "./fake-time.ts";
import { Lab } from "./lab.ts";
import { labServer } from "./lab-server.ts";

const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): unknown => unhandled.push(reason);

beforeAll(() => void process.on("unhandledRejection", onUnhandled));
afterAll(() => void process.off("unhandledRejection", onUnhandled));

const broken = new Error("broken");
const never = new Promise<never>(() => undefined);

async function* hanging(): AsyncGenerator<string> {
  yield await never;
}

async function* failing(): AsyncGenerator<string> {
  yield "a";
  throw broken;
}

async function breaking(): Promise<never> {
  throw broken;
}

function rethrow(error: unknown): never {
  throw error;
}

async function* failingToEnd(): AsyncGenerator<number> {
  try {
    yield 1;
    await never;
  } finally {
    // oxlint-disable-next-line no-unsafe-finally -- this is what is tested
    throw broken;
  }
}

/** An implementation all of whose methods fail. */
const failingEcho = {
  say: () => Promise.reject(broken),
  tell: () => Promise.reject(broken),
  spell: failing,
  join: () => Promise.reject(broken),
};

/** Each way to fail, and all that its caller awaits. */
const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["a method that fails", () => createClient(Echo, local(implement(Echo, failingEcho))).say({ text: "" })],
  ["a oneway method that fails", () => createClient(Echo, local(implement(Echo, failingEcho))).tell({ text: "" })],
  ["a sink that fails", () => createClient(Echo, local(implement(Echo, failingEcho))).join({}, { items: failing() })],
  ["items that fail", () => createClient(Echo, local(implement(Echo, echo))).join({}, { items: failing() })],
  [
    "a stream that fails",
    async () => {
      for await (const item of await createClient(Echo, local(implement(Echo, failingEcho))).spell({ text: "" }))
        void item;
    },
  ],
  [
    "a stream that nobody reads",
    async () => {
      const abort = new AbortController();
      await createClient(Echo, local(implement(Echo, failingEcho))).spell({ text: "" }, { signal: abort.signal });
      abort.abort(broken);
    },
  ],
  [
    "an item that nobody awaits when the call is cancelled",
    async () => {
      const abort = new AbortController();
      const client = createClient(Echo, local(implement(Echo, { ...echo, spell: hanging })));
      const stream = (await client.spell({ text: "" }, { signal: abort.signal }))[Symbol.asyncIterator]();
      stream.next().catch(() => undefined);
      abort.abort(broken);
    },
  ],
  [
    "a final response that nobody awaits",
    async () => {
      const { response } = await createClient(Lab, local(labServer().handler)).sum({ name: "s" }, { items: [-1] });
      expect(response).toBe("sum of s");
    },
  ],
  [
    "a final response that fails before it is asked for",
    async () => {
      const handler = implement(Echo, { ...echo, join: () => Promise.reject(broken) });
      await createClient(Echo, local(handler)).join({}, { items: [] });
    },
  ],
  [
    "a call that is cancelled, and then fails",
    async () => {
      const abort = new AbortController();
      const { promise, reject } = Promise.withResolvers<string>();
      const client = createClient(Echo, local(implement(Echo, { ...echo, say: () => promise })));
      const answer = client.say({ text: "" }, { signal: abort.signal });
      abort.abort(broken);
      reject(broken);
      await answer;
    },
  ],
  [
    "a call cut off with its channel",
    async () => {
      const channel = local(implement(Echo, { ...echo, say: () => never }));
      const answer = createClient(Echo, channel).say({ text: "" });
      await channel.close(broken);
      await answer;
    },
  ],
  [
    "a creation of which only the handle is used",
    async () => {
      const server = labServer();
      const { handle } = createClient(Lab, local(server.handler)).open({ path: "missing" });
      server.gate.at("open").open();
      await handle.seek({ delta: 1n });
    },
  ],
  [
    "a creation whose reply cannot be asked for its exception",
    async () => {
      const reply = Object.defineProperty(replyOf(), "exception", {
        get() {
          throw broken;
        },
      });
      await createClient(Lab, local(labServer({ filters: [() => async () => reply] }).handler)).open({ path: "a" });
    },
  ],
  [
    "a creation that is cut off",
    async () => {
      const channel = local(labServer().handler);
      const opening = createClient(Lab, channel).open({ path: "a" });
      await channel.close(broken);
      await opening;
    },
  ],
  [
    "an attempt to connect that nobody waits for any more",
    async () => {
      const { promise, reject } = Promise.withResolvers<never>();
      const client = createClient(
        Echo,
        reconnecting(() => promise),
      );
      const answer = client.say({ text: "" }, { timeoutMs: 5 });
      await answer.catch(() => undefined);
      reject(broken);
    },
  ],
  [
    "an attempt that many wait for",
    async () => {
      const client = createClient(
        Echo,
        reconnecting(() => Promise.reject(broken)),
      );
      await Promise.all([1, 2, 3].map(() => client.say({ text: "" })));
    },
  ],
  [
    "an attempt during which the channel is closed",
    async () => {
      const { promise, reject } = Promise.withResolvers<never>();
      const channel = reconnecting(() => promise);
      const answer = createClient(Echo, channel).say({ text: "" });
      const closing = channel.close();
      reject(broken);
      await closing;
      await answer;
    },
  ],
  [
    "retrying in vain",
    () => {
      const notOpen = new TransportError("not_open", "no connection", { mayHaveRun: false });
      const channel = { handle: () => Promise.reject(notOpen) };
      return createClient(Echo, channel, { filters: [retry({ minDelayMs: 1 })] }).say({ text: "" });
    },
  ],
  [
    "filters that refuse",
    async () => {
      const handler = implement(Echo, echo, { filters: [limit(1), bearer(() => Promise.reject(broken))] });
      const client = createClient(Echo, balanced([local(handler)]));
      const options = { headers: { authorization: "Bearer x" } };
      await Promise.all([client.say({ text: "" }, options), client.say({ text: "" }, options)]);
    },
  ],
  [
    "an interaction whose object fails to end",
    async () => {
      const client = createClient(Lab, local(labServer().handler));
      const [file] = await client.openAndStat({ path: "a" });
      await Promise.all([file.crash(), file.close()]);
    },
  ],
  [
    "an object that fails to end, and a reporter that fails with it",
    async () => {
      const disk = new Disk(false, { onError: rethrow }, { open: () => ({ onTermination: breaking }) });
      const file = (await createClient(disk.type, local(disk.handler))["open"]?.()) as InteractionClient;
      await file.close();
    },
  ],
  [
    "a constructor that fails, and the calls behind it",
    async () => {
      const disk = new Disk(false, {}, { createFile: () => Promise.reject(broken) });
      const file = createClient(disk.type, local(disk.handler))["createFile"]?.() as unknown as InteractionClient;
      await Promise.allSettled([file["note"]?.(), file["watch"]?.(), file["tell"]?.()]);
    },
  ],
  [
    "an interaction whose stream fails to end with it",
    async () => {
      const disk = new Disk(false, {}, { openAndWatch: () => [disk.file(), failingToEnd()] });
      const created: unknown = await createClient(disk.type, local(disk.handler))["openAndWatch"]?.();
      const [file, stream] = created as [InteractionClient, AsyncIterable<number>];
      await stream[Symbol.asyncIterator]().next();
      await file.close();
    },
  ],
  [
    "a creation whose final response fails, and is not awaited",
    async () => {
      const disk = new Disk(false, {}, { openAndGather: () => [disk.file(), Promise.reject(broken)] });
      await createClient(disk.type, local(disk.handler))["openAndGather"]?.({}, { items: [] });
    },
  ],
  [
    "calls that wait for their turn when their connection goes",
    async () => {
      const disk = new Disk(true);
      const channel = local(disk.handler);
      const file = (await createClient(disk.type, channel)["open"]?.()) as InteractionClient;
      const calls = Promise.allSettled([file["hold"]?.(), file["hold"]?.(), file["tell"]?.()]);
      await channel.close(broken);
      await calls;
    },
  ],
  [
    "an error that is meant for the caller",
    () => {
      const notFound = new ApplicationError("not_found", "no such text");
      const handler = implement(Echo, { ...echo, say: () => Promise.reject(notFound) });
      return createClient(Echo, local(handler)).say({ text: "" });
    },
  ],
];

test.each(ways)("nothing is left unhandled by %s", async (_, run) => {
  unhandled.length = 0;
  await run().catch(() => undefined);
  await settle();
  await settle();
  expect(unhandled).toEqual([]);
});

test("an error that the caller does not handle is left to it", async () => {
  unhandled.length = 0;
  void createClient(Echo, local(implement(Echo, failingEcho))).say({ text: "" });
  await settle();
  await settle();
  expect(unhandled).toMatchObject([{ code: "internal_error" }]);
});
