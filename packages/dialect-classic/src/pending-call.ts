import { type Call, Expiring, type Reply, TransportError } from "@seapink/core";

/** A call that waits for its answer; it is its own entry among the deadlines. */
export class PendingCall extends Expiring {
  readonly seqid: number;
  readonly method: string;
  /** What its message is called. */
  readonly name: string;
  /** Where the call's message ends among all bytes written: once they have left, it may have run. */
  readonly writtenUntil: number;
  readonly promise: Promise<Reply>;
  #resolve!: (reply: Reply) => void;
  #reject!: (error: unknown) => void;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: (() => void) | undefined;
  readonly #onGivenUp: (call: PendingCall) => void;

  constructor(call: Call, name: string, seqid: number, writtenUntil: number, onGivenUp: (call: PendingCall) => void) {
    super();
    this.seqid = seqid;
    this.method = call.method;
    this.name = name;
    this.writtenUntil = writtenUntil;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#onGivenUp = onGivenUp;
    this.#signal = call.signal;
    this.#onAbort = this.#signal && (() => this.#giveUp("cancelled", "cancelled", this.#signal?.reason));
    if (this.#onAbort) this.#signal?.addEventListener("abort", this.#onAbort);
  }

  resolve(reply: Reply): void {
    this.#settled();
    this.#resolve(reply);
  }

  reject(error: unknown): void {
    this.#settled();
    this.#reject(error);
  }

  override onExpired(): void {
    this.#giveUp("timed_out", "timed out", undefined);
  }

  /** The connection has gone. */
  lose(mayHaveRun: boolean, cause: unknown): void {
    this.#onGivenUp(this);
    const message = `${this.method}: the connection was lost before an answer came`;
    this.reject(new TransportError("closed", message, { cause, mayHaveRun }));
  }

  #giveUp(code: "timed_out" | "cancelled", what: string, cause: unknown): void {
    this.#onGivenUp(this);
    this.reject(new TransportError(code, `${this.method}: ${what} before an answer came`, { cause }));
  }

  #settled(): void {
    if (this.#onAbort) this.#signal?.removeEventListener("abort", this.#onAbort);
  }
}
