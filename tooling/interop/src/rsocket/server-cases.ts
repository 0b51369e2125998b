import { type AddressInfo, createServer, type Server as NetServer } from "node:net";
import { type Call, type Channel, type Items, noHeaders, type Payload as OurPayload, type Reply } from "@seapink/core";
import { rocket } from "@seapink/dialect-rocket";
import { connect } from "@seapink/transport-tcp";
import type { RSocket, RSocketServer, SetupPayload } from "rsocket-core";
import { delay, type FrameCase, same, within } from "./checks.ts";
import { library } from "./library.ts";
import { maxFrameBytes } from "./our-server.ts";
import { Received } from "./received.ts";
import { SilentProxy } from "./silent-proxy.ts";
import { itemMetadata, methodOf, mimes, protocol, responseMetadata, textBytes, textOf } from "./words.ts";

const keepAliveMs = 100;
const long = "0123456789".repeat(5000);
const window = 4;

/** What their server has seen. */
class Seen {
  setup: SetupPayload | undefined;
  readonly texts: string[] = [];
  /** What our client sends over a channel, and how it asks for items. */
  readonly received = new Received();
  sent = 0;
  closed: Promise<void> = Promise.resolve();
}

interface Setting {
  readonly channel: Channel;
  readonly proxy: SilentProxy;
  readonly seen: Seen;
}

/** Our client, connected to their server. */
async function setUp(run: (setting: Setting) => Promise<void>): Promise<void> {
  const seen = new Seen();
  // A socket that breaks is no news to the library, which forgets to listen for it.
  const listening = createServer((socket) => socket.on("error", () => undefined));
  await theirServer(listening, seen).bind();
  const { port } = listening.address() as AddressInfo;
  const proxy = await SilentProxy.before(port);
  try {
    const dialect = rocket({ protocols: [protocol], keepAliveMs, window: { initialItems: window, items: window } });
    const limits = { maxFrameBytes, drainTimeoutMs: 100 };
    const channel = await connect({ port: proxy.port, dialect, limits, onError: () => undefined });
    await within(
      2000,
      "SETUP to come",
      seen.received.until(() => seen.setup !== undefined),
    );
    await run({ channel, proxy, seen });
    await channel.close(new Error("done"));
  } finally {
    proxy.close();
    listening.close();
  }
}

function theirServer(listening: NetServer, seen: Seen): RSocketServer {
  const listenOptions = { host: "127.0.0.1", port: 0 };
  return new library.RSocketServer({
    transport: new library.TcpServerTransport({ listenOptions, socketCreator: () => listening }),
    acceptor: {
      async accept(setup, client) {
        seen.setup = setup;
        seen.closed = new Promise((resolve) => client.onClose(() => resolve()));
        // It has no way to push the answer to SETUP; our client does without.
        // Behind this turn it takes requests.
        setImmediate(() => seen.received.request(0));
        return responder(seen);
      },
    },
  });
}

function answer(text: string): { readonly metadata: Buffer; readonly data: Buffer } {
  return { metadata: responseMetadata, data: textBytes(0, text) };
}

function item(text: string): { readonly metadata: Buffer; readonly data: Buffer } {
  return { metadata: itemMetadata, data: textBytes(0, text) };
}

function responder(seen: Seen): Partial<RSocket> {
  const { received } = seen;
  return {
    requestResponse(payload, stream) {
      const text = textOf(1, payload.data);
      seen.texts.push(text);
      if (methodOf(payload.metadata) === "echo") stream.onNext(answer(text), true);
      else if (methodOf(payload.metadata) === "fail")
        stream.onError(new library.RSocketError(0x201, "no such function: fail"));
      return { cancel: () => received.cancel(), onExtension: () => undefined };
    },
    fireAndForget(payload) {
      seen.texts.push(textOf(1, payload.data));
      return { cancel: () => undefined };
    },
    requestStream(payload, initialN, stream) {
      const isLong = textOf(1, payload.data) === "long";
      const send = (n: number): void => {
        received.request(n);
        for (let i = 0; i < n; i++) {
          const text = isLong ? long : String(seen.sent);
          stream.onNext(seen.sent++ === 0 ? answer("first") : item(text), false);
        }
      };
      send(initialN);
      return { request: send, cancel: () => received.cancel(), onExtension: () => undefined };
    },
    requestChannel(_, initialN, __, stream) {
      received.asked = initialN;
      stream.onNext(answer("first"), false);
      stream.request(2);
      return Object.assign(received, {
        onNext(payload: { readonly data: Buffer | null | undefined }, isComplete: boolean) {
          Received.prototype.onNext.call(received, payload, isComplete);
          stream.request(1);
        },
        onComplete() {
          Received.prototype.onComplete.call(received);
          stream.onNext(item(received.payloads.map(({ data }) => textOf(0, data)).join()), true);
        },
      });
    },
  };
}

function callOf(method: string, changes: Partial<Call> = {}): Call {
  const none = { service: undefined, items: undefined, interaction: undefined, deadline: undefined, signal: undefined };
  const body = textBytes(1, "hello");
  return {
    ...none,
    method,
    kind: "call",
    protocol,
    headers: noHeaders,
    body,
    scope: undefined,
    identity: undefined,
    ...changes,
  };
}

async function answered(channel: Channel, call: Call): Promise<Reply> {
  const reply = await channel.handle(call);
  if (reply === undefined) throw new Error("expected an answer, got none");
  return reply;
}

function text({ body }: Pick<OurPayload, "body">): string {
  return textOf(0, body instanceof Uint8Array ? body : undefined);
}

async function* items(texts: readonly string[]): AsyncGenerator<OurPayload, undefined> {
  for (const one of texts) yield { headers: noHeaders, body: textBytes(0, one), exception: undefined };
  return undefined;
}

function iteratorOf({ items }: Reply): AsyncIterator<OurPayload, unknown> {
  if (items === undefined) throw new Error("expected items, got none");
  return items[Symbol.asyncIterator]();
}

/** Our client against the library's server. */
export const serverCases: readonly FrameCase[] = [
  {
    name: "setup",
    run: () =>
      setUp(async ({ seen }) => {
        const { metadataMimeType, dataMimeType, keepAliveInterval, metadata } = seen.setup ?? {};
        same("the MIME types", { metadataMimeType, dataMimeType }, mimes);
        same("the keepalive", keepAliveInterval, keepAliveMs);
        same("the key", metadata?.subarray(0, 4).toString("hex"), "f09f9a80");
      }),
  },
  {
    name: "call",
    run: () => setUp(async ({ channel }) => same("an answer", text(await answered(channel, callOf("echo"))), "hello")),
  },
  {
    name: "fragments/call",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const body = textBytes(1, long.slice(0, 20_000));
        // The library never cuts what its server sends, so that it must fit our limit.
        const reply = answered(channel, callOf("hang", { body, deadline: performance.now() + 500 }));
        await within(2000, "the library to join fragments", reply).catch(() => undefined);
        same(
          "what came",
          seen.texts.map((one) => one.length),
          [20_000],
        );
      }),
  },
  {
    name: "fragments/items",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const reply = await answered(channel, callOf("gather", { kind: "sink", items: items([long, "b"]) }));
        await within(2000, "the library to join fragments", seen.received.count(2));
        same(
          "what came",
          seen.received.payloads.map(({ data }) => textOf(0, data).length),
          [long.length, 1],
        );
        void iteratorOf(reply).return?.();
      }),
  },
  {
    name: "oneway",
    run: () =>
      setUp(async ({ channel, seen }) => {
        await channel.handle(callOf("note", { kind: "oneway", body: textBytes(1, "noted") }));
        await answered(channel, callOf("echo"));
        same("what came", seen.texts, ["noted", "hello"]);
      }),
  },
  {
    name: "error",
    run: () =>
      setUp(async ({ channel }) => {
        const failure: unknown = await answered(channel, callOf("fail")).catch((error: unknown) => error);
        same("the code", Reflect.get(Object(failure), "code"), "unknown_method");
        same("another answer", text(await answered(channel, callOf("echo"))), "hello");
      }),
  },
  {
    name: "request-n",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const reply = await answered(channel, callOf("count", { kind: "stream" }));
        await answered(channel, callOf("echo"));
        same("what is asked for at first", seen.received.asked, window + 1);
        const iterator = iteratorOf(reply);
        for (let taken = 1; taken <= 50; taken++) {
          const { value } = await iterator.next();
          same("an item", text(value as OurPayload), String(taken));
          await answered(channel, callOf("echo"));
          if (seen.sent > taken + window + 1) throw new Error(`expected ${window} ahead of ${taken}, got ${seen.sent}`);
        }
        await iterator.return?.();
      }),
  },
  {
    name: "cancel",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const reply = await answered(channel, callOf("count", { kind: "stream" }));
        await iteratorOf(reply).return?.();
        await within(
          2000,
          "CANCEL",
          seen.received.until(() => seen.received.isCancelled),
        );
        same("another answer", text(await answered(channel, callOf("echo"))), "hello");
      }),
  },
  {
    name: "sink",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const sent: Items = items(["a", "b", "c"]);
        const reply = await answered(channel, callOf("gather", { kind: "sink", items: sent }));
        same("the initial n", seen.received.asked, 2);
        const { value } = await iteratorOf(reply).next();
        same("the final response", text(value as OurPayload), "a,b,c");
      }),
  },
  {
    name: "keepalive",
    run: () =>
      setUp(async ({ channel, proxy }) => {
        await delay(10 * keepAliveMs);
        same("keepalives and their echoes", proxy.keepAlives > 10, true);
        same("an answer", text(await answered(channel, callOf("echo"))), "hello");
      }),
  },
  {
    name: "keepalive/death",
    run: () =>
      setUp(async ({ channel, proxy, seen }) => {
        const reply = await answered(channel, callOf("count", { kind: "stream" }));
        const lost = (async () => {
          for await (const _ of reply.items ?? []) if (channel.closing.aborted) break;
        })().catch(() => undefined);
        proxy.isSilent = true;
        await within(4 * keepAliveMs, "our client to give up", lost);
        await within(8 * keepAliveMs, "their server to give up", seen.closed);
      }),
  },
];
