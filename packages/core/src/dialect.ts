import type { Handler } from "./call.ts";
import type { Channel } from "./channel.ts";
import type { Lane, LaneInfo } from "./lane.ts";
import type { Limits } from "./limits.ts";
import type { Scope } from "./scope.ts";

/** How calls travel on a lane. */
export interface Dialect {
  readonly name: string;
  /** The names by which TLS may choose this dialect. */
  readonly alpn: readonly string[];
  /** The client's side. Resolves when calls may be sent. */
  connect(lane: Lane, conversation: Conversation): Promise<Channel>;
  /** The server's side. `close()` drains; `handle` calls the peer, where the dialect can. */
  accept(lane: Lane, handler: Handler, conversation: Conversation): Channel;
  /** Whether the first bytes of a connection are of this dialect. The order in a list of dialects is their priority. */
  detect(first: Uint8Array, info: LaneInfo): Detection;
}

/** As many of a connection's first bytes are held for `detect`; a dialect that needs more is never chosen. */
export const maxDetectBytes = 64;

/** `more`: too few bytes to say. */
export type Detection = "yes" | "no" | "more";

/** What a dialect is given along with a lane. */
export interface Conversation {
  readonly limits: Limits;
  /** Answers calls that the server makes to its client, where the dialect can carry them. */
  readonly handler: Handler | undefined;
  /**
   * Told about what the peer cannot be told: hostile bytes, a failed write, an error that a handler threw. It does not
   * throw: who takes it from an application guards it, since a dialect calls it in the middle of its work.
   */
  onError(error: unknown, scope: Scope | undefined): void;
}
