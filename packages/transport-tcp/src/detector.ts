import type { Socket } from "node:net";
import {
  alarm,
  deadlines,
  type Dialect,
  type Expiring,
  type LaneInfo,
  maxDetectBytes,
  TransportError,
} from "@seapink/core";
import { chooseDialect } from "./choose-dialect.ts";
import { looksLike } from "./looks-like.ts";

export interface Detecting {
  readonly dialects: readonly Dialect[];
  readonly info: LaneInfo;
  readonly timeoutMs: number;
  /** The socket is paused, and its first bytes are back in it. */
  found(dialect: Dialect): void;
  /** No dialect wants it. Without an error the peer left before it had said anything. */
  failed(error: TransportError | undefined): void;
}

/** Looks at a socket's first bytes until a dialect claims it; calls one function of its `Detecting`, once. */
export class Detector {
  readonly #socket: Socket;
  readonly #detecting: Detecting;
  #first: Uint8Array = new Uint8Array(0);
  readonly #late: Expiring;

  constructor(socket: Socket, detecting: Detecting) {
    this.#socket = socket;
    this.#detecting = detecting;
    this.#late = alarm(detecting.timeoutMs, () => this.#decide("timed_out"));
    socket.on("data", this.#onData).on("end", this.#onEnd).on("close", this.#onEnd);
  }

  readonly #onData = (bytes: Uint8Array): void => {
    this.#first = this.#first.length === 0 ? bytes : joined(this.#first, bytes);
    this.#decide("corrupt");
  };

  readonly #onEnd = (): void => {
    this.#fail("end_of_data");
  };

  #decide(code: "corrupt" | "timed_out"): void {
    const { dialects, info } = this.#detecting;
    const isLast = code === "timed_out" || this.#first.length >= maxDetectBytes;
    try {
      const dialect = chooseDialect(dialects, this.#first.subarray(0, maxDetectBytes), info, isLast);
      if (dialect === "more") return;
      if (dialect === undefined) this.#fail(code);
      else this.#find(dialect);
    } catch (cause) {
      this.#fail("corrupt", cause);
    }
  }

  #find(dialect: Dialect): void {
    this.stop();
    this.#socket.pause();
    if (this.#first.length > 0) this.#socket.unshift(this.#first);
    this.#detecting.found(dialect);
  }

  #fail(code: "corrupt" | "timed_out" | "end_of_data", cause?: unknown): void {
    this.stop();
    const isSilent = code === "end_of_data" && this.#first.length === 0;
    this.#detecting.failed(isSilent ? undefined : this.#error(code, cause));
  }

  #error(code: "corrupt" | "timed_out" | "end_of_data", cause: unknown): TransportError {
    const { dialects, info, timeoutMs } = this.#detecting;
    const expected = dialects.map((dialect) => dialect.name).join(" or ");
    const time = code === "timed_out" ? ` within ${timeoutMs} ms` : "";
    const end = code === "end_of_data" ? " and the end" : "";
    const message = `closed ${info.address}: expected ${expected}${time}, got ${looksLike(this.#first)}${end}`;
    return new TransportError(code, message, cause === undefined ? {} : { cause });
  }

  /** Leaves the socket alone. */
  stop(): void {
    deadlines.delete(this.#late);
    this.#socket.off("data", this.#onData).off("end", this.#onEnd).off("close", this.#onEnd);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
