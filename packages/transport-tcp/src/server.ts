import type { AddressInfo, DropArgument, Server as NetServer, Socket } from "node:net";
import { alarm, deadlines, TransportError } from "@seapink/core";
import { Connection, type Serving } from "./connection.ts";
import { type Proof, tcpAddress } from "./lane-info.ts";

/** A port that is served. */
export interface Server extends AsyncDisposable {
  readonly port: number;
  /** `tcp://127.0.0.1:9090`. */
  readonly address: string;
  /**
   * Takes no more connections and drains those there are: what runs is finished, within `drainTimeoutMs`; what lasts
   * longer is cut off. Resolves when all have ended; closing twice awaits the same end.
   */
  close(): Promise<void>;
}

/** Gives every connection that a listening server takes to the dialects. */
export class TcpServer implements Server {
  readonly port: number;
  readonly address: string;
  readonly #server: NetServer;
  readonly #serving: Serving;
  readonly #connections: Set<Connection> = new Set();
  #closed: Promise<void> | undefined;

  constructor(server: NetServer, serving: Serving, maxConnections: number) {
    // Only servers on a path have a text here.
    const { address, port } = server.address() as AddressInfo;
    this.port = port;
    this.address = tcpAddress(address, port);
    this.#server = server;
    this.#serving = serving;
    server.maxConnections = maxConnections;
    server.on("connection", (socket: Socket) => this.#take(socket, undefined));
    server.on("drop", (dropped) => this.#report(refused(dropped, maxConnections)));
    server.on("error", (cause) =>
      this.#report(new TransportError("not_open", "could not take a connection", { cause })),
    );
  }

  #report(error: TransportError): void {
    this.#serving.conversation.onError(error, undefined);
  }

  #take(socket: Socket, proof: Proof | undefined): void {
    const connection = new Connection(socket, proof, this.#serving);
    this.#connections.add(connection);
    socket.once("close", () => this.#connections.delete(connection));
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const ended = new Promise<unknown>((resolve) => this.#server.close(resolve));
    const { drainTimeoutMs } = this.#serving.conversation.limits;
    const late = alarm(drainTimeoutMs, () => this.#cut(drainTimeoutMs));
    for (const connection of this.#connections) connection.drain();
    await ended;
    deadlines.delete(late);
  }

  #cut(drainTimeoutMs: number): void {
    const error = new TransportError("timed_out", `expected to drain within ${drainTimeoutMs} ms`);
    for (const connection of this.#connections) connection.cut(error);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function refused(dropped: DropArgument | undefined, maxConnections: number): TransportError {
  const address = tcpAddress(dropped?.remoteAddress, dropped?.remotePort);
  const message = `refused ${address}: expected at most ${maxConnections} connections`;
  return new TransportError("overloaded", message, { mayHaveRun: false });
}
