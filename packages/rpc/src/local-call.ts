import {
  type Call,
  deadlines,
  derive,
  Expiring,
  type Handler,
  type Items,
  now,
  type Reply,
  type Scope,
  TransportError,
} from "@seapink/core";
import { abortable } from "./abortable.ts";
import { snapshot } from "./token-body.ts";
import { whenEnded, withItems } from "./when-ended.ts";

/** A call between two sides of one process, with its deadline and its signal. */
export class LocalCall extends Expiring {
  readonly #call: Call;
  readonly #received: Call;
  readonly #onEnded: (call: LocalCall) => void;
  readonly #aborting = new AbortController();
  #reject: (error: unknown) => void = () => undefined;

  /** @throws what keeps the call from being sent at all */
  constructor(call: Call, scope: Scope, onEnded: (call: LocalCall) => void) {
    super();
    const { body, deadline, method } = call;
    if (call.signal?.aborted) throw notSent("cancelled", method, call.signal.reason);
    if (deadline !== undefined && deadline <= now()) throw notSent("timed_out", method);
    this.#call = call;
    this.#onEnded = onEnded;
    const { signal } = this.#aborting;
    this.#received = derive(call, {
      scope,
      signal,
      body: snapshot(body),
      items: call.items && abortable(call.items, signal),
    });
  }

  async run(handler: Handler): Promise<Reply | undefined> {
    try {
      const reply = await this.#answered(handler);
      deadlines.delete(this);
      if (reply?.items !== undefined) return this.#withItems(reply, reply.items);
      this.#end();
      return reply;
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  #answered(handler: Handler): Promise<Reply | undefined> {
    const { deadline, signal } = this.#call;
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      signal?.addEventListener("abort", this.#onAbort);
      if (deadline !== undefined) deadlines.add(this, deadline);
      handler(this.#received).then(resolve, reject);
    });
  }

  #withItems(reply: Reply, items: Items): Reply {
    return whenEnded(withItems(reply, abortable(items, this.#aborting.signal)), () => this.#end());
  }

  readonly #onAbort = (): void => {
    this.fail(new TransportError("cancelled", `${this.#call.method}: cancelled`, { cause: this.#call.signal?.reason }));
  };

  override onExpired(): void {
    this.fail(new TransportError("timed_out", `${this.#call.method}: timed out before an answer came`));
  }

  /** Gives the call up: the caller is told, and the handler's signal aborts. */
  fail(error: TransportError): void {
    this.#reject(error);
    this.#aborting.abort(error);
  }

  #end(): void {
    deadlines.delete(this);
    this.#call.signal?.removeEventListener("abort", this.#onAbort);
    this.#onEnded(this);
  }
}

function notSent(code: "cancelled" | "timed_out", method: string, cause?: unknown): TransportError {
  return new TransportError(code, `${method}: ${code.replace("_", " ")} before it was sent`, {
    mayHaveRun: false,
    cause,
  });
}
