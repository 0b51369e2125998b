import type { AddressInfo, DropArgument, Server as NetServer, Socket } from "node:net";
import { alarm, deadlines, type ThriftError, TransportError } from "@seapink/core";
import { hostAddress } from "./address.ts";
import { clientCertificate } from "./client-certificate.ts";
import { Connection, type Serving } from "./connection.ts";
import type { Proof } from "./lane-info.ts";
import type { SocketFile } from "./socket-file.ts";
import type { TlsGate } from "./tls-gate.ts";

/** A port or a unix socket that is served. */
export interface Server extends AsyncDisposable {
  /** 0 where it is a unix socket. */
  readonly port: number;
  /** `tcp://127.0.0.1:9090`, `tls://127.0.0.1:9090`, `unix:/run/thrift.sock`. */
  readonly address: string;
  /**
   * Takes no more connections and drains those there are: what runs is finished, within `drainTimeoutMs`; what lasts
   * longer is cut off. Resolves when all have ended; closing twice awaits the same end.
   */
  close(): Promise<void>;
}

/** A connection, secure or on its way to be. */
interface Ending {
  /** Ends in order what is in use, and at once what is not. */
  drain(): void;
  cut(error: ThriftError): void;
}

/** Who may come in, and how. */
export interface Door {
  readonly maxConnections: number;
  readonly gate: TlsGate | undefined;
  /** Of a unix socket. */
  readonly file: SocketFile | undefined;
}

/** Gives every connection that a listening server takes to the dialects. */
export class TcpServer implements Server {
  readonly port: number;
  readonly address: string;
  readonly #server: NetServer;
  readonly #serving: Serving;
  readonly #gate: TlsGate | undefined;
  readonly #file: SocketFile | undefined;
  readonly #connections: Set<Ending> = new Set();
  #closed: Promise<void> | undefined;

  constructor(server: NetServer, serving: Serving, { maxConnections, gate, file }: Door) {
    this.port = portOf(server);
    this.address = serving.address ?? boundAddress(server, gate);
    this.#server = server;
    this.#serving = serving;
    this.#gate = gate;
    this.#file = file;
    server.maxConnections = maxConnections;
    server.on("connection", (socket: Socket) => this.#take(socket));
    server.on("drop", (dropped) => this.#report(this.#refused(dropped, maxConnections)));
    server.on("error", (cause) =>
      this.#report(new TransportError("not_open", "could not take a connection", { cause })),
    );
  }

  #report(error: TransportError): void {
    this.#serving.conversation.onError(error, undefined);
  }

  #take(socket: Socket): void {
    if (this.#gate === undefined) this.#connect(socket, undefined);
    else this.#shakeHands(socket, this.#gate);
  }

  #shakeHands(socket: Socket, gate: TlsGate): void {
    const handshake = gate.open(socket, {
      timeoutMs: this.#serving.conversation.limits.detectTimeoutMs,
      done: (secured) => {
        this.#connections.delete(handshake);
        const identity = clientCertificate(secured);
        this.#connect(secured, { alpn: secured.alpnProtocol || undefined, identity });
      },
      failed: (error) => {
        this.#connections.delete(handshake);
        if (error !== undefined) this.#report(error);
      },
    });
    this.#connections.add(handshake);
  }

  #connect(socket: Socket, proof: Proof | undefined): void {
    const connection = new Connection(socket, proof, this.#serving);
    this.#connections.add(connection);
    socket.once("close", () => this.#connections.delete(connection));
  }

  #refused(dropped: DropArgument | undefined, maxConnections: number): TransportError {
    const scheme = this.#gate === undefined ? "tcp" : "tls";
    const address = this.#serving.address ?? hostAddress(scheme, dropped?.remoteAddress, dropped?.remotePort);
    const message = `refused ${address}: expected at most ${maxConnections} connections`;
    return new TransportError("overloaded", message, { mayHaveRun: false });
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const ended = this.#stopListening();
    const { drainTimeoutMs } = this.#serving.conversation.limits;
    const late = alarm(drainTimeoutMs, () => this.#cut(drainTimeoutMs));
    for (const connection of this.#connections) connection.drain();
    await ended;
    deadlines.delete(late);
  }

  /** Resolves when all connections have ended, too. */
  #stopListening(): Promise<unknown> {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const stop = (): unknown => this.#server.close(resolve);
    if (this.#file === undefined) stop();
    else this.#file.close(stop);
    return promise;
  }

  #cut(drainTimeoutMs: number): void {
    const error = new TransportError("timed_out", `expected to drain within ${drainTimeoutMs} ms`);
    for (const connection of this.#connections) connection.cut(error);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function portOf(server: NetServer): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function boundAddress(server: NetServer, gate: TlsGate | undefined): string {
  // Only servers on a path have a text here.
  const { address, port } = server.address() as AddressInfo;
  return hostAddress(gate === undefined ? "tcp" : "tls", address, port);
}
