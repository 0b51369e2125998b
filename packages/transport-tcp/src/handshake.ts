import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { alarm, deadlines, type Expiring, TransportError } from "@seapink/core";
import { hostAddress } from "./address.ts";
import { looksLike } from "./looks-like.ts";
import { resetSocket } from "./reset-socket.ts";

export interface Handshaking {
  readonly timeoutMs: number;
  /** The client has begun: whoever knows TLS takes over the socket, and its first bytes are back in it. */
  begin(handshake: Handshake): void;
  /** Just before either of the next two, whether it has begun or not. */
  over(handshake: Handshake): void;
  /** The socket is closed. Whoever has taken it over may say why, in this turn. */
  closing(handshake: Handshake): void;
  done(socket: TLSSocket): void;
  /** The socket is closed. Without an error the peer left before it had said anything, or nobody wants to know. */
  failed(error: TransportError | undefined): void;
}

/** A connection to a port of TLS until it is secure; calls `done` or `failed`, once. */
export class Handshake {
  readonly socket: Socket;
  readonly #handshaking: Handshaking;
  readonly #address: string;
  readonly #late: Expiring;
  #hasBegun = false;
  #isOver = false;

  constructor(socket: Socket, handshaking: Handshaking) {
    const { timeoutMs } = handshaking;
    this.socket = socket;
    this.#handshaking = handshaking;
    this.#address = hostAddress("tls", socket.remoteAddress, socket.remotePort);
    this.#late = alarm(timeoutMs, () => this.fail("timed_out", this.#hasBegun ? "a part of it" : "nothing"));
    socket.on("error", () => undefined);
    socket.once("data", this.#onFirst);
    socket.on("end", this.#onEnd).on("close", this.#onClose);
  }

  readonly #onFirst = (first: Uint8Array): void => {
    if (!isHello(first)) return this.fail("corrupt", looksLike(first));
    this.#hasBegun = true;
    this.socket.pause();
    this.socket.unshift(first);
    this.#handshaking.begin(this);
  };

  readonly #onEnd = (): void => {
    if (!this.#hasBegun) this.drain();
  };

  readonly #onClose = (): void => {
    if (!this.#hasBegun) return this.drain();
    this.#handshaking.closing(this);
    process.nextTick(() => this.fail("end_of_data", "a part of it and the end"));
  };

  succeed(socket: TLSSocket): void {
    if (this.#end()) this.#handshaking.done(socket);
  }

  fail(code: "corrupt" | "timed_out" | "end_of_data", got: string, cause?: unknown): void {
    if (!this.#end()) return;
    const time = code === "timed_out" ? ` within ${this.#handshaking.timeoutMs} ms` : "";
    const message = `closed ${this.#address}: expected a TLS handshake${time}, got ${got}`;
    this.#refuse(new TransportError(code, message, cause === undefined ? {} : { cause }));
  }

  /** Nobody uses it yet, so that it ends at once. */
  drain(): void {
    if (this.#end()) this.#refuse(undefined);
  }

  cut(): void {
    this.drain();
  }

  #refuse(error: TransportError | undefined): void {
    // What TLS has taken over is closed, not reset: what it wrote, an alert that says why, should arrive.
    if (this.#hasBegun) this.socket.destroy();
    else resetSocket(this.socket);
    this.#handshaking.failed(error);
  }

  /** Returns whether this was the end. */
  #end(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    deadlines.delete(this.#late);
    this.#handshaking.over(this);
    this.socket.off("data", this.#onFirst).off("end", this.#onEnd).off("close", this.#onClose);
    return true;
  }
}

/** Whether the first bytes are a record of TLS, which is judged by the two that never change. */
function isHello(first: Uint8Array): boolean {
  return first[0] === 0x16 && (first.length === 1 || first[1] === 3);
}
