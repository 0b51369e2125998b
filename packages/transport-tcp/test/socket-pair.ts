import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type ListenOptions, type NetConnectOpts, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
