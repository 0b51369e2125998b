import { type AddressInfo, createServer } from "node:net";
import { type Call, type Channel, noHeaders, type Payload, type Reply } from "@seapink/core";
import { rocket } from "@seapink/dialect-rocket";
import { connect } from "@seapink/transport-tcp";
import { within } from "./checks.ts";
import { maxFrameBytes } from "./our-server.ts";
import { SilentProxy } from "./silent-proxy.ts";
import { Seen, theirServer } from "./their-server.ts";
import { protocol, textBytes, textOf } from "./words.ts";

export const keepAliveMs = 100;
/** How many items our client has ahead. */
export const window = 4;

interface Setting {
  readonly channel: Channel;
  readonly proxy: SilentProxy;
  readonly seen: Seen;
}

/** Our client, connected to their server. */
export async function setUp(run: (setting: Setting) => Promise<void>): Promise<void> {
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

export function callOf(method: string, changes: Partial<Call> = {}): Call {
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

export async function answered(channel: Channel, call: Call): Promise<Reply> {
  const reply = await channel.handle(call);
  if (reply === undefined) throw new Error("expected an answer, got none");
  return reply;
}

export function textIn({ body }: Pick<Payload, "body">): string {
  return textOf(0, body instanceof Uint8Array ? body : undefined);
}

export async function* itemsOf(texts: readonly string[]): AsyncGenerator<Payload, undefined> {
  for (const one of texts) yield { headers: noHeaders, body: textBytes(0, one), exception: undefined };
  return undefined;
}

export function iteratorOf({ items }: Reply): AsyncIterator<Payload, unknown> {
  if (items === undefined) throw new Error("expected items, got none");
  return items[Symbol.asyncIterator]();
}
