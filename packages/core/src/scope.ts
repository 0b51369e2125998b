import type { Channel } from "./channel.ts";
import type { LaneInfo } from "./lane.ts";

/**
 * A connection or session that calls come in on. Whoever needs state per connection keeps it in a `WeakMap` by scope,
 * so that it dies with it.
 */
export interface Scope {
  readonly peer: LaneInfo;
  /** Aborted when the connection has gone. The reason is a `ThriftError`: `not_open` where we ended it in order. */
  readonly closed: AbortSignal;
  /** The way back to the peer, where the dialect can call it. */
  readonly channel: Channel | undefined;
}

/**
 * The identity of a server object that lives between its factory call and its end. Each dialect numbers it for itself
 * on each lane. Whoever made it ends it; the dialect then tells the peer.
 */
export interface Interaction {
  /** The interaction's name in the IDL, `FileAccess`. */
  readonly name: string;
  readonly ended: AbortSignal;
}
