import type { Socket } from "node:net";
import { createServer, type Server, type TLSSocket } from "node:tls";
import type { Dialect } from "@seapink/core";
import { codeOf } from "./code-of.ts";
import { Handshake, type Handshaking } from "./handshake.ts";
import { tlsFailure } from "./tls-failure.ts";
import { contextOptions, type ServerTls } from "./tls-options.ts";

/** Makes the connections of a port secure. */
export class TlsGate {
  readonly #server: Server;
  readonly #needsCertificate: boolean;
  /** By both addresses, which the socket that TLS makes of a socket shares with it. */
  readonly #handshakes: Map<string, Handshake> = new Map();
  /** The one whose socket is telling its end. */
  #closing: Handshake | undefined;

  constructor(tls: ServerTls, dialects: readonly Dialect[], timeoutMs: number) {
    const { clientCertificates = "none" } = tls;
    const alpn = [...new Set(dialects.flatMap((dialect) => dialect.alpn))];
    this.#needsCertificate = clientCertificates === "require";
    this.#server = createServer({
      ...contextOptions(tls),
      ...(alpn.length > 0 && { ALPNProtocols: alpn }),
      requestCert: clientCertificates !== "none",
      rejectUnauthorized: this.#needsCertificate,
      // Ours comes first, and is bounded by what timers can do.
      handshakeTimeout: Math.min(timeoutMs + 1000, 0x7fff_ffff),
    });
    this.#server.on("secureConnection", (socket) => this.#secured(socket));
    this.#server.on("tlsClientError", (error, socket) => this.#failed(error, socket));
  }

  open(socket: Socket, handshaking: Omit<Handshaking, "begin" | "over" | "closing">): Handshake {
    const key = keyOf(socket);
    return new Handshake(socket, {
      ...handshaking,
      begin: (handshake) => {
        this.#handshakes.set(key, handshake);
        // TLS takes this over: a client that leaves in the middle of its handshake would not be noticed otherwise.
        socket.allowHalfOpen = false;
        this.#server.emit("connection", socket);
      },
      over: (handshake) => {
        // Its addresses may have come again meanwhile.
        if (this.#handshakes.get(key) === handshake) this.#handshakes.delete(key);
      },
      closing: (handshake) => {
        this.#closing = handshake;
        process.nextTick(() => (this.#closing = undefined));
      },
    });
  }

  #secured(socket: TLSSocket): void {
    const handshake = this.#handshakes.get(keyOf(socket));
    if (handshake === undefined || (this.#needsCertificate && !socket.authorized)) return void socket.destroy();
    socket.allowHalfOpen = true;
    handshake.succeed(socket);
  }

  #failed(error: Error, socket: TLSSocket): void {
    const known = this.#handshakes.get(keyOf(socket));
    if (known === undefined) this.#closed(error, socket);
    else known.fail("corrupt", tlsFailure(error), error);
    socket.destroy();
  }

  // What is closed has forgotten its addresses, but TLS tells of it while the socket below tells its end.
  #closed(error: Error, { authorizationError }: TLSSocket): void {
    const handshake = this.#closing ?? this.#lost();
    if (this.#needsCertificate && Boolean(authorizationError))
      handshake?.fail("corrupt", tlsFailure(authorizationError), authorizationError);
    else if (isHangUp(error)) handshake?.fail("end_of_data", "a part of it and the end");
    else handshake?.fail("end_of_data", `a part of it and ${codeOf(error)}`, error);
  }

  /** What was reset is told before the end of the socket below, which is the only one that is to tell it, or nobody is. */
  #lost(): Handshake | undefined {
    const [lost, ...more] = Array.from(this.#handshakes.values()).filter(({ socket }) => socket.destroyed);
    return more.length === 0 ? lost : undefined;
  }
}

/** Node's own word for a client that left, where the system has none. */
function isHangUp(error: Error): boolean {
  return codeOf(error) === "ECONNRESET" && !("syscall" in error);
}

function keyOf({ localAddress, localPort, remoteAddress, remotePort }: Socket): string {
  return `${localAddress} ${localPort} ${remoteAddress} ${remotePort}`;
}
