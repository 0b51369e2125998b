import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type ListenOptions, type NetConnectOpts, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls, createServer as createTlsServer, type SecureVersion } from "node:tls";
import { Authority } from "@seapink/testing/node";

/** Two sockets that are connected to each other. */
export type SocketPair = [Socket, Socket];

export async function tcpPair(): Promise<SocketPair> {
  return pairOn({ port: 0, host: "127.0.0.1" }, (address) => ({ port: (address as { port: number }).port }));
}

export async function unixPair(): Promise<SocketPair> {
  const folder = await mkdtemp(join(tmpdir(), "lane-"));
  const path = join(folder, "s");
  const pair = await pairOn({ path }, () => ({ path }));
  await rm(folder, { recursive: true });
  return pair;
}

/** The client's side of a TLS connection, and the server's. */
export async function tlsPair(maxVersion: SecureVersion): Promise<SocketPair> {
  const server = createTlsServer({ ...certified, allowHalfOpen: true }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const first = connectTls({ port, host: "127.0.0.1", ca: authority.cert, maxVersion });
  const [[second]] = await Promise.all([once(server, "secureConnection"), once(first, "secureConnect")]);
  server.close();
  return [first, second as Socket];
}

const authority = new Authority("test authority");
const certified = authority.issue("server", { names: ["127.0.0.1"] });

async function pairOn(place: ListenOptions, placeOf: (address: unknown) => NetConnectOpts): Promise<SocketPair> {
  const server = createServer({ allowHalfOpen: true }).listen(place);
  await once(server, "listening");
  const first = connect({ ...placeOf(server.address()), allowHalfOpen: true });
  const [[second]] = await Promise.all([once(server, "connection"), once(first, "connect")]);
  server.close();
  return [first, second as Socket];
}

/** Not `once` of node:events, which rejects when there is an error before. */
export function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once("close", () => resolve()));
}
