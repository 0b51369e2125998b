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

  constructor(tls: ServerTls, dialects: readonly Dialect[], timeoutMs: number) {
    const { clientCertificates = "none" } = tls;
    const alpn = [...new Set(dialects.flatMap((dialect) => dialect.alpn))];
    this.#needsCertificate = clientCertificates === "require";
    this.#server = createServer({
      ...contextOptions(tls),
      ...(alpn.length > 0 && { ALPNProtocols: alpn }),
      allowHalfOpen: true,
      requestCert: clientCertificates !== "none",
      rejectUnauthorized: this.#needsCertificate,
      // Ours comes first, and is bounded by what timers can do.
      handshakeTimeout: Math.min(timeoutMs + 1000, 0x7fff_ffff),
    });
    this.#server.on("secureConnection", (socket) => this.#secured(socket));
    this.#server.on("tlsClientError", (error, socket) => this.#failed(error, socket));
  }

  open(socket: Socket, handshaking: Omit<Handshaking, "begin" | "over" | "endMeans">): Handshake {
    // Of a certificate that does not hold Node says no more than this.
    const endMeans = this.#needsCertificate
      ? "a client certificate that has expired or is not of an authority in ca, or the end"
      : "a part of it and the end";
    const key = keyOf(socket);
    return new Handshake(socket, {
      ...handshaking,
      endMeans,
      begin: (handshake) => {
        this.#handshakes.set(key, handshake);
        this.#server.emit("connection", socket);
      },
      over: (handshake) => {
        // Its addresses may have come again meanwhile.
        if (this.#handshakes.get(key) === handshake) this.#handshakes.delete(key);
      },
    });
  }

  #secured(socket: TLSSocket): void {
    const handshake = this.#handshakes.get(keyOf(socket));
    if (handshake === undefined || (this.#needsCertificate && !socket.authorized)) socket.destroy();
    else handshake.succeed(socket);
  }

  #failed(error: Error, socket: TLSSocket): void {
    const known = this.#handshakes.get(keyOf(socket));
    if (known === undefined) this.#lost()?.fail("end_of_data", `a part of it and ${codeOf(error)}`, error);
    else known.fail("corrupt", tlsFailure(error), error);
    socket.destroy();
  }

  /** What was reset has forgotten its addresses, but is the only one that is closed and has not been told yet. */
  #lost(): Handshake | undefined {
    const [lost, ...more] = Array.from(this.#handshakes.values()).filter(({ socket }) => socket.destroyed);
    return more.length === 0 ? lost : undefined;
  }
}

function keyOf({ localAddress, localPort, remoteAddress, remotePort }: Socket): string {
  return `${localAddress} ${localPort} ${remoteAddress} ${remotePort}`;
}
