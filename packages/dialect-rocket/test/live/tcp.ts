import { connect as connectSocket, createServer, type Server as NetServer, type Socket } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Handler, Limits } from "@seapink/core";
import { listen, type Server } from "@seapink/transport-tcp";
import { onTestFinished } from "vitest";
import type { RocketOptions } from "../../src/options.ts";
import { rocket } from "../../src/rocket.ts";
import { Hand } from "../hand.ts";
import { protocol } from "../served.ts";

export interface ServeOptions {
  readonly limits?: Partial<Limits>;
  readonly rocket?: Partial<RocketOptions>;
}

/** Our server on a port of loopback. */
export async function serve(handler: Handler, options: ServeOptions = {}): Promise<Server> {
  const dialects = [rocket({ protocols: [protocol], ...options.rocket })];
  const limits = { drainTimeoutMs: 200, ...options.limits };
  const server = await listen(handler, { port: 0, dialects, limits, onError: () => undefined });
  onTestFinished(() => server.close());
  return server;
}

/** A socket of ours, as one side of a conversation. */
export function socketHand(socket: Socket): Hand {
  const hand = new Hand({ write: (bytes) => void socket.write(bytes), close: () => void socket.end() });
  // Not as a Buffer, which equals no other array.
  socket.on("data", (bytes) => hand.receive(Uint8Array.from(bytes)));
  socket.on("error", () => undefined);
  socket.on("close", () => hand.end());
  onTestFinished(() => void socket.destroy());
  return hand;
}

export async function dial(port: number): Promise<Socket> {
  const socket = connectSocket(port, "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

/** A port whose connections are given to `take`. */
export async function accept(take: (socket: Socket) => void): Promise<number> {
  const server: NetServer = createServer(take);
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  return portOf(server);
}

function portOf(server: NetServer): number {
  const address = server.address() as AddressInfo;
  return address.port;
}
