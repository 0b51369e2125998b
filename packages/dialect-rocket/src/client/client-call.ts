import { type Call, type CallKind, deadlines, Expiring, type Reply, TransportError } from "@seapink/core";
import type { ItemReceiver } from "../streams/item-receiver.ts";
import type { ItemSender } from "../streams/item-sender.ts";

/** As far as a call has come: no response yet, items behind it, nothing more. */
export type ClientCallState = "waiting" | "open" | "over";

/** Why a caller gives a call up. */
export type GivenUp = "timed_out" | "cancelled";

/** A call that waits for its answer, or whose answer goes on; it is its own entry among the deadlines. */
export class ClientCall extends Expiring {
  /** Its place in the table of calls. */
  readonly seqid: number;
  readonly streamId: number;
  readonly call: Call;
  readonly method: string;
  readonly kind: CallKind;
  /** Where its request ends among all bytes written: once they have left, it may have run. */
  readonly writtenUntil: number;
  readonly promise: Promise<Reply>;
  state: ClientCallState = "waiting";
  /** What the server sends behind the first response. */
  receiver: ItemReceiver | undefined;
  /** What it is sent. */
  sender: ItemSender | undefined;
  /** Items that the server has asked for before it was time. */
  credits = 0;
  #resolve!: (reply: Reply) => void;
  #reject!: (error: unknown) => void;
  readonly #onAbort: (() => void) | undefined;
  readonly #onGivenUp: (call: ClientCall, error: TransportError) => void;

  /** @param onGivenUp called once, when the caller waits no longer, or wants no more */
  constructor(
    call: Call,
    seqid: number,
    writtenUntil: number,
    onGivenUp: (call: ClientCall, error: TransportError) => void,
  ) {
    super();
    this.seqid = seqid;
    this.streamId = streamIdOf(seqid);
    this.call = call;
    this.method = call.method;
    this.kind = call.kind;
    this.writtenUntil = writtenUntil;
    this.receiver = undefined;
    this.sender = undefined;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#onGivenUp = onGivenUp;
    const { signal } = call;
    this.#onAbort = signal && (() => this.#giveUp("cancelled", "cancelled", signal.reason));
    if (this.#onAbort) signal?.addEventListener("abort", this.#onAbort);
  }

  override onExpired(): void {
    this.#giveUp("timed_out", "timed out", undefined);
  }

  #giveUp(code: GivenUp, what: string, cause: unknown): void {
    const when = this.state === "waiting" ? "before an answer came" : "before its items ended";
    this.#onGivenUp(this, new TransportError(code, `${this.method}: ${what} ${when}`, { cause }));
  }

  /** The first response. Where it `goesOn`, the signal still counts. */
  resolve(reply: Reply, goesOn: boolean): void {
    deadlines.delete(this);
    this.state = goesOn ? "open" : "over";
    if (!goesOn) this.#forgetSignal();
    this.#resolve(reply);
  }

  reject(error: unknown): void {
    this.end();
    this.#reject(error);
  }

  /** Nothing more comes of it. */
  end(): void {
    this.state = "over";
    deadlines.delete(this);
    this.#forgetSignal();
  }

  #forgetSignal(): void {
    if (this.#onAbort) this.call.signal?.removeEventListener("abort", this.#onAbort);
  }
}

/** Clients have the odd ids, from 1 (RSocket protocol, § Stream Identifiers). */
export function streamIdOf(seqid: number): number {
  return 2 * seqid + 1;
}

/** As many as there are odd ids, less one. */
export const largestSeqid = 0x3fff_ffff;
