import type { Handler } from "./call.ts";

/** A way to a service. It is closed once; closing twice awaits the same end. */
export interface Channel extends AsyncDisposable {
  /** Sends a call to the peer. Rejects with `not_open` once the channel is closing. */
  readonly handle: Handler;
  /** Aborted when no further call is taken: closing has begun, or the lane is gone. The reason is a `ThriftError`. */
  readonly closing: AbortSignal;
  /**
   * Without a reason it drains: what runs is finished, nothing new is taken. With a reason, pending calls fail with a
   * `TransportError` whose cause it is. Resolves when the lane is closed.
   */
  close(reason?: unknown): Promise<void>;
}
