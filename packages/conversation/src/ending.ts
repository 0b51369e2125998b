import { alarm, deadlines, type Expiring, type ThriftError, TransportError } from "@seapink/core";
import { drainTimedOut } from "./drain-timed-out.ts";

/** What is cut off: a `LaneInput`, or whoever has a last word to say. */
interface Stoppable {
  stop(error: ThriftError): void;
}

/** How a channel comes to its end: it takes no more calls, waits for those that it has, and is over. */
export class Ending {
  /** Why no more calls are taken. */
  reason: ThriftError | undefined;
  /** What it was closed with, if it was not to wait. */
  closedBy: unknown;
  /** Resolves when it is over. */
  readonly over: Promise<void>;
  readonly #input: Stoppable;
  readonly #drainTimeoutMs: number;
  readonly #closing = new AbortController();
  #onOver!: () => void;
  /** Whether there is nothing to wait for any more. */
  isOver = false;
  #late: Expiring | undefined;

  constructor(input: Stoppable, drainTimeoutMs: number) {
    this.#input = input;
    this.#drainTimeoutMs = drainTimeoutMs;
    this.over = new Promise((resolve) => (this.#onOver = resolve));
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** From now on no more calls are taken. The first reason stays. */
  begin(reason: ThriftError): void {
    this.reason ??= reason;
    this.#closing.abort(this.reason);
  }

  /** Waits no longer than a drain may take. */
  limit(): void {
    if (this.isOver || this.#late !== undefined) return;
    this.#late = alarm(this.#drainTimeoutMs, () => this.#input.stop(drainTimedOut(this.#drainTimeoutMs)));
  }

  /** Waits for nothing. */
  cut(cause: unknown): void {
    this.closedBy ??= cause;
    this.#input.stop(new TransportError("closed", "the connection was closed", { cause }));
  }

  finish(): void {
    this.isOver = true;
    if (this.#late !== undefined) deadlines.delete(this.#late);
    this.#onOver();
  }
}
