import type { ByteWriter } from "./byte-writer.ts";
import type { HeaderMap } from "./headers.ts";
import type { ThriftError } from "./thrift-error.ts";

/**
 * A two-way pipe of bytes or of frames. It pushes rather than being pulled, because it is the hot path: a dialect
 * writes into `out`, says `commit`, and what is committed in one turn of the event loop leaves in one write, or few.
 */
export interface Lane {
  readonly kind: "bytes" | "frames";
  readonly info: LaneInfo;
  /** Where to write. What has been committed must not be touched; what has not may be taken back by `truncate`. */
  readonly out: ByteWriter;
  /**
   * Ends a message; on a lane of frames, a frame (`text`: of the textual kind, where the lane has one). `false` says
   * that the peer reads too slowly: what was committed will still be sent, but wait for `drained()` before the next.
   */
  commit(text?: boolean): boolean;
  /**
   * Hands everything that arrives to this listener, first `unread`, after this turn. May be called again: detection
   * and upgrades hand a lane over, and unread bytes that are not delivered yet go along. Before the first call nothing
   * is read.
   */
  listen(to: LaneListener, unread?: Uint8Array): void;
  /** Stops reading, so that the peer feels it; or goes on. */
  pause(paused: boolean): void;
  /**
   * Without an error, sends what was committed and ends in order: a pause is lifted, and what arrives until the peer
   * ends, too, is still handed over. With one, ends at once. What is committed later is dropped. The listener's `end`
   * follows.
   */
  close(error?: ThriftError): void;
}

/** What a dialect gives to a lane. Never called from inside a call to the lane. */
export interface LaneListener {
  /** Bytes are never reused by the lane; views of them may be kept. On a lane of frames, exactly one frame. */
  data(bytes: Uint8Array, text: boolean): void;
  drained(): void;
  /** Called exactly once: nothing more will arrive. `undefined` when the peer ended in order, or we did. */
  end(error: ThriftError | undefined): void;
}

/** What is known about the other side. */
export interface LaneInfo {
  /** In the notation of the addresses: `tcp://127.0.0.1:9090`. */
  readonly address: string;
  readonly alpn: string | undefined;
  /** What TLS proved: the verified client certificate; otherwise `undefined`. */
  readonly identity: unknown;
  /** Headers of the request that opened the lane, for WebSocket. */
  readonly headers: HeaderMap;
}
