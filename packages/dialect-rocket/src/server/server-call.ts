import { LazySignal } from "@seapink/conversation";
import { type Call, type CallKind, Expiring, type HeaderMap, type Protocol, type Scope } from "@seapink/core";
import type { RequestMetadata } from "../metadata/request-metadata.ts";
import type { Treatment } from "../payloads/bodies.ts";
import type { ItemReceiver } from "../streams/item-receiver.ts";
import type { ItemSender } from "../streams/item-sender.ts";

/** A request as it was read, before anybody has seen it. */
export interface ReadRequest {
  readonly streamId: number;
  readonly kind: CallKind;
  readonly initialN: number;
  /** The client says with the request that it sends no items (COMPLETE). */
  readonly isComplete: boolean;
  readonly metadata: RequestMetadata;
  readonly protocol: Protocol;
  readonly headers: HeaderMap;
  readonly body: Uint8Array;
  /** Of its metadata and its body, as long as that is in memory. */
  readonly bytes: number;
  readonly treatment: Treatment;
  readonly interaction: Call["interaction"];
  readonly deadline: number | undefined;
  readonly scope: Scope;
}

/** As far as a call has come. */
export type CallState = "queued" | "running" | "open" | "over";

/** A call that came in. It is its own entry among the deadlines: first that of the queue, then its own. */
export class ServerCall extends Expiring implements Call {
  readonly service: undefined;
  readonly method: string;
  readonly kind: CallKind;
  readonly protocol: Protocol;
  readonly headers: HeaderMap;
  readonly body: Uint8Array;
  readonly interaction: Call["interaction"];
  readonly deadline: number | undefined;
  readonly scope: Scope;
  readonly identity: unknown;
  readonly streamId: number;
  /** What it takes while it waits or runs. */
  readonly bytes: number;
  readonly isComplete: boolean;
  readonly metadata: RequestMetadata;
  readonly treatment: Treatment;
  /** An object of its own: whoever derives a call from this one shares it. */
  readonly aborting: LazySignal = new LazySignal();
  /** What the client sends, for sink and bidi. */
  items: ItemReceiver | undefined;
  /** What the client is sent behind the first response. */
  sender: ItemSender | undefined;
  state: CallState = "queued";
  /** Items that may be sent; until there is a sender they add up here. */
  credits: number;
  /** Items that are to be asked for behind the first response. */
  asked = 0;
  /** Its handler has settled: it takes no place among the running calls any more. */
  isSettled = false;
  readonly #onExpired: (call: ServerCall) => void;

  constructor(request: ReadRequest, onExpired: (call: ServerCall) => void) {
    super();
    this.service = undefined;
    this.method = request.metadata.name ?? "";
    this.kind = request.kind;
    this.protocol = request.protocol;
    this.headers = request.headers;
    this.body = request.body;
    this.interaction = request.interaction;
    this.deadline = request.deadline;
    this.scope = request.scope;
    this.identity = request.scope.peer.identity;
    this.streamId = request.streamId;
    this.bytes = request.bytes;
    this.isComplete = request.isComplete;
    this.metadata = request.metadata;
    this.treatment = request.treatment;
    this.items = undefined;
    this.sender = undefined;
    this.credits = request.initialN;
    this.#onExpired = onExpired;
  }

  get signal(): AbortSignal {
    return this.aborting.signal;
  }

  override onExpired(): void {
    this.#onExpired(this);
  }
}
