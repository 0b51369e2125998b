import { type Call, deadlines, Expiring, type Handler, type Reply } from "@seapink/core";
import { notSent } from "./not-sent.ts";

/** A call that waits until it can be sent, no longer than it may. */
export class WaitingCall extends Expiring {
  readonly answer: Promise<Reply | undefined>;
  readonly #call: Call;
  readonly #onSettled: (call: WaitingCall) => void;
  #resolve!: (answer: Promise<Reply | undefined>) => void;
  #reject!: (error: unknown) => void;

  constructor(call: Call, onSettled: (call: WaitingCall) => void) {
    super();
    this.#call = call;
    this.#onSettled = onSettled;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    call.signal?.addEventListener("abort", this.#onAbort);
    if (call.deadline !== undefined) deadlines.add(this, call.deadline);
  }

  send(handle: Handler): void {
    this.#settle();
    try {
      this.#resolve(handle(this.#call));
    } catch (error) {
      this.#reject(error);
    }
  }

  fail(error: unknown): void {
    this.#settle();
    this.#reject(error);
  }

  readonly #onAbort = (): void => this.fail(notSent("cancelled", this.#call));

  override onExpired(): void {
    this.fail(notSent("timed_out", this.#call));
  }

  #settle(): void {
    deadlines.delete(this);
    this.#call.signal?.removeEventListener("abort", this.#onAbort);
    this.#onSettled(this);
  }
}
