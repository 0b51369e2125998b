import {
  discard,
  ApplicationError,
  type Body,
  type Call,
  deadlines,
  derive,
  Expiring,
  type Handler,
  type Items,
  noHeaders,
  type Reply,
  type Scope,
  systemError,
  TransportError,
} from "@seapink/core";
import type { LocalInteractions } from "./local-interactions.ts";
import { localItems } from "./local-items.ts";
import { tooLate } from "./not-sent.ts";
import type { StoppableItems } from "./stoppable-items.ts";
import { snapshot } from "./token-body.ts";

/** What a local call knows of the channel that it goes over. */
export interface LocalWay {
  readonly scope: Scope;
  readonly interactions: LocalInteractions;
  onError(error: unknown): void;
  onEnded(call: LocalCall): void;
}

/** A call between two sides of one process: what crosses is what a wire would carry, with a deadline and a signal. */
export class LocalCall extends Expiring {
  readonly #call: Call;
  readonly #way: LocalWay;
  readonly #received: Call;
  readonly #sent: StoppableItems | undefined;
  readonly #aborting = new AbortController();
  #answered: StoppableItems | undefined;
  #reject: (error: unknown) => void = () => undefined;

  /** @throws what keeps the call from being sent at all */
  constructor(call: Call, way: LocalWay) {
    super();
    const refused = tooLate(call);
    if (refused !== undefined) throw refused;
    const body = snapshot(call.body);
    this.#call = call;
    this.#way = way;
    this.#sent = call.items && localItems(call.items, carried, () => undefined);
    const { interaction: on } = call;
    const interaction = on && { of: way.interactions.received(on.of), create: on.create };
    const { scope } = way;
    this.#received = derive(call, { scope, signal: this.#aborting.signal, body, items: this.#sent, interaction });
  }

  async run(handler: Handler): Promise<Reply | undefined> {
    try {
      const reply = await this.#answerOf(handler);
      deadlines.delete(this);
      if (reply?.items === undefined) this.#end();
      return reply;
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  #answerOf(handler: Handler): Promise<Reply | undefined> {
    const { deadline, signal } = this.#call;
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      signal?.addEventListener("abort", this.#onAbort);
      if (deadline !== undefined) deadlines.add(this, deadline);
      invoke(handler, this.#received)
        .then((reply) => resolve(reply && this.#carry(reply)))
        .catch((error: unknown) => reject(this.#told(error)));
    });
  }

  /** The reply as it is now. Of one that comes when the caller has given up nobody takes the items. */
  #carry({ headers, body, exception, protocol, items }: Reply): Reply {
    try {
      this.#aborting.signal.throwIfAborted();
      const carriedHeaders = headers.size === 0 ? noHeaders : new Map(headers);
      return { headers: carriedHeaders, body: this.#bodyOf(body), exception, protocol, items: this.#itemsOf(items) };
    } catch (error) {
      if (items !== undefined) discard(items);
      throw error;
    }
  }

  // What the call did has happened, whatever became of its answer.
  #bodyOf(body: Body): Body {
    try {
      return snapshot(body);
    } catch (cause) {
      throw new Error(`${this.#call.method}: could not write the answer`, { cause });
    }
  }

  #itemsOf(items: Items | undefined): Items | undefined {
    const told = (error: unknown): unknown => this.#told(error);
    this.#answered = items && localItems(items, told, () => this.#end());
    return this.#answered;
  }

  /** What the caller learns of an error. What it does not learn is reported, unless it is only that the call ended. */
  #told(error: unknown): ApplicationError {
    const isUntold = systemError(error) !== error || this.#call.kind === "oneway";
    if (isUntold && error !== this.#aborting.signal.reason) this.#way.onError(error);
    return carried(error);
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
    this.#sent?.stop(error);
    this.#answered?.stop(error);
  }

  // The answer being complete, nobody takes what the caller may have left to send.
  #end(): void {
    deadlines.delete(this);
    this.#call.signal?.removeEventListener("abort", this.#onAbort);
    void this.#sent?.return();
    this.#way.onEnded(this);
  }
}

/** Also what a handler throws before it returns a promise is a rejection. */
async function invoke(handler: Handler, call: Call): Promise<Reply | undefined> {
  return handler(call);
}

/** An error as a wire carries it: without its cause, and as nothing but an internal error if it is not meant for it. */
function carried(error: unknown): ApplicationError {
  const { code, message, wireCode, mayHaveRun, headers, details } = systemError(error);
  return new ApplicationError(code, message, { wireCode, mayHaveRun, headers, details });
}
