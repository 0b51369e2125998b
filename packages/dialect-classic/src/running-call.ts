import { LazySignal } from "@seapink/conversation";
import {
  type Call,
  type CallKind,
  type HeaderMap,
  type MessageHead,
  MessageType,
  noHeaders,
  type Protocol,
  type Scope,
} from "@seapink/core";
import { endOfService, type ServiceNames } from "./service-names.ts";

/** A call that came in and has not been answered. Its signal is made when somebody asks for it. */
export class RunningCall implements Call {
  readonly service: string | undefined;
  readonly method: string;
  readonly kind: CallKind;
  readonly protocol: Protocol;
  readonly headers: HeaderMap = noHeaders;
  readonly body: Uint8Array;
  readonly items: undefined;
  readonly interaction: undefined;
  readonly deadline: undefined;
  readonly scope: Scope;
  readonly identity: unknown;
  readonly seqid: number;
  /** Its place among the running calls; -1 where it does not run. */
  place = -1;
  /** An object of its own: whoever derives a call from this one shares it. */
  readonly aborting: LazySignal = new LazySignal();

  constructor(head: MessageHead, body: Uint8Array, protocol: Protocol, scope: Scope, names: ServiceNames) {
    const { name } = head;
    const end = endOfService(name);
    this.service = end < 0 ? undefined : names.serviceOf(name.slice(0, end));
    this.method = end < 0 ? name : name.slice(end + 1);
    this.kind = head.type === MessageType.oneway ? "oneway" : "call";
    this.protocol = protocol;
    this.body = body;
    this.scope = scope;
    this.identity = scope.peer.identity;
    this.seqid = head.seqid;
  }

  get signal(): AbortSignal {
    return this.aborting.signal;
  }
}
