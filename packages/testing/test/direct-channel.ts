import {
  ApplicationError,
  type Body,
  type Call,
  type Channel,
  type Conversation,
  type Handler,
  type Interaction,
  type Items,
  type LaneInfo,
  type Protocol,
  type Reply,
  type Scope,
  systemError,
  TransportError,
} from "@seapink/core";
import { encoded } from "../src/dialect/encoded.ts";
import { DirectItems } from "./direct-items.ts";

/** Both sides of a connection in one. */
export class DirectChannel implements Channel {
  readonly #handler: Handler;
  readonly #protocol: Protocol;
  readonly #conversation: Conversation;
  readonly #closing = new AbortController();
  readonly #closed = new AbortController();
  readonly #scope: Scope;
  readonly #running: Set<Promise<unknown>> = new Set();
  readonly #interactions: WeakMap<Interaction, Interaction> = new WeakMap();

  constructor(handler: Handler, peer: LaneInfo, protocol: Protocol, conversation: Conversation) {
    this.#handler = handler;
    this.#protocol = protocol;
    this.#conversation = conversation;
    this.#scope = { peer, closed: this.#closed.signal, channel: undefined };
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  readonly handle: Handler = (call) => {
    const answer = this.#handler(this.#received(call)).then(
      (reply) => reply && this.#answered(reply),
      (error: unknown) => Promise.reject(this.#told(error)),
    );
    this.#track(answer);
    return answer;
  };

  #received(call: Call): Call {
    const { protocol, body } = this.#bytes(call);
    const items = call.items && this.#items(call.items);
    const interaction = call.interaction && { ...call.interaction, of: this.#far(call.interaction.of) };
    return { ...call, body, protocol, items, interaction, scope: this.#scope };
  }

  #answered(reply: Reply): Reply {
    return { ...reply, ...this.#bytes(reply), items: reply.items && this.#items(reply.items) };
  }

  #bytes({ body }: { readonly body: Body }): { readonly body: Body; readonly protocol: Protocol } {
    const protocol = this.#protocol;
    return { protocol, body: body instanceof Uint8Array ? body : encoded(protocol, body) };
  }

  #items(source: Items): Items {
    const items = new DirectItems(source, this.#protocol, this.#closed.signal, (error) => this.#told(error));
    this.#track(items.ended);
    return items;
  }

  #told(error: unknown): ApplicationError {
    const told = systemError(error);
    if (told !== error) this.#conversation.onError(error, this.#scope);
    return told;
  }

  /** The server's identity for the client's. */
  #far(near: Interaction): Interaction {
    let far = this.#interactions.get(near);
    if (far === undefined)
      this.#interactions.set(near, (far = { name: near.name, ended: AbortSignal.any([near.ended]) }));
    return far;
  }

  #track(running: Promise<unknown>): void {
    this.#running.add(running);
    const settled = (): unknown => this.#running.delete(running);
    running.then(settled, settled);
  }

  async close(reason?: unknown): Promise<void> {
    this.#closing.abort(new TransportError("not_open", "closing", { mayHaveRun: false }));
    if (reason === undefined) await Promise.allSettled(this.#running);
    this.#closed.abort(new TransportError("closed", "closed", { cause: reason }));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
