import { connect, type NetConnectOpts, type Socket } from "node:net";
import type { Payload, RSocket, RSocketConnector } from "rsocket-core";
import { same } from "./checks.ts";
import { library } from "./library.ts";
import { OurServer } from "./our-server.ts";
import { Received } from "./received.ts";
import { SilentProxy } from "./silent-proxy.ts";
import { itemMetadata, kinds, mimes, requestMetadata, setupMetadata, textBytes, textOf } from "./words.ts";

interface Setting {
  readonly client: RSocket;
  readonly ours: OurServer;
  readonly proxy: SilentProxy;
}

export const keepAliveMs = 100;

/** Their client, connected to our server. */
export async function setUp(run: (setting: Setting) => Promise<void>): Promise<void> {
  const ours = await OurServer.start();
  const proxy = await SilentProxy.before(ours.server.port);
  try {
    const client = await connector(proxy.port).connect();
    await run({ client, ours, proxy });
    client.close();
  } finally {
    proxy.close();
    await ours.server.close();
  }
}

// A socket that breaks is no news to the library, which forgets to listen for it.
function socketCreator(options: NetConnectOpts): Socket {
  return connect(options).on("error", () => undefined);
}

function connector(port: number): RSocketConnector {
  return new library.RSocketConnector({
    transport: new library.TcpClientTransport({ connectionOptions: { host: "127.0.0.1", port }, socketCreator }),
    setup: {
      ...mimes,
      keepAlive: keepAliveMs,
      lifetime: 3 * keepAliveMs,
      payload: { data: null, metadata: setupMetadata },
    },
    fragmentation: { maxOutboundFragmentSize: 1000 },
  });
}

export function asked(name: string, kind: number, text: string): Payload {
  return { metadata: requestMetadata(name, kind), data: textBytes(1, text) };
}

export function item(text: string): Payload {
  return { metadata: itemMetadata, data: textBytes(0, text) };
}

export function textsIn({ payloads }: Received): readonly string[] {
  return payloads.map(({ data }) => textOf(0, data));
}

export async function echoed(client: RSocket, text: string): Promise<string | undefined> {
  const received = new Received();
  client.requestResponse(asked("echo", kinds.call, text), received);
  same("the end of a call", await received.ended, "complete");
  return textsIn(received)[0];
}
