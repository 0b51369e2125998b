import type { Interaction, Scope } from "./scope.ts";
import type { HeaderMap } from "./headers.ts";
import type { Body, Items, Payload } from "./payload.ts";
import type { Protocol } from "./protocol.ts";

/** How a method talks: one answer, none, or many items in either direction. */
export type CallKind = "call" | "oneway" | "stream" | "sink" | "bidi";

/**
 * A request, whichever dialect it came in on or goes out by. Calls are immutable: a filter that wants another header
 * makes another call with `derive`.
 */
export interface Call {
  /** The Thrift service, where the wire says it; not the name of a deployment, which is a matter of headers. */
  readonly service: string | undefined;
  /** The method's name as the wire has it: `get`, or `FileAccess.seek` for a method of an interaction. */
  readonly method: string;
  /** The caller's claim; the server's IDL decides. */
  readonly kind: CallKind;
  /** How every byte in this call is encoded; `undefined` where there are values only, or where it is not Thrift. */
  readonly protocol: Protocol | undefined;
  readonly headers: HeaderMap;
  /** The arguments struct, without a message header. */
  readonly body: Body;
  /** What the caller sends, for `sink` and `bidi`. */
  readonly items: Items | undefined;
  readonly interaction: { readonly of: Interaction; readonly create: boolean } | undefined;
  /** When it is too late, in milliseconds of `now()`. What is left goes on the wire where the dialect has a slot. */
  readonly deadline: number | undefined;
  /** Cancels. Deadlines do not need it: whoever holds the pending call enforces them. */
  readonly signal: AbortSignal | undefined;
  /** The connection or session that the call came in on; `undefined` where it begins here. */
  readonly scope: Scope | undefined;
  /** Who calls: what the lane knows (a client certificate), until a filter proves more. */
  readonly identity: unknown;
}

/**
 * The answer. Its promise settles when the first response is there; `items` may go on after that: many for `stream`
 * and `bidi`, exactly one, the final response, for `sink`.
 */
export interface Reply extends Payload {
  readonly protocol: Protocol | undefined;
  readonly items: Items | undefined;
}

/**
 * What a server is, and what a client is a face of. It is called in the order of arrival and does what must keep that
 * order before it first awaits. `undefined` is the answer of a oneway method. System errors are thrown. One that refuses
 * a call before it takes its items does not return them: who made them does, of every call that fails.
 */
export type Handler = (call: Call) => Promise<Reply | undefined>;

/** Middleware, the same on both sides. Of a list of filters the first is the outermost. */
export type Filter = (next: Handler) => Handler;
