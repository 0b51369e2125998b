import { deadlines, type Limits, now, ProtocolError, type ThriftError, TransportError } from "@seapink/core";
import { Flag, FrameType } from "./frame-type.ts";
import type { Frame } from "./frame.ts";
import { PartialMessage } from "./partial-message.ts";

/** Told once of a message that is refused, while the connection may go on. Nothing more is handed out of it. */
export class TooLong {
  readonly streamId: number;
  /** The type of the first fragment: to a request that expects an answer the error may be one. */
  readonly type: number;
  /** A `ProtocolError` `size_limit` of a long message, or a `TransportError` `overloaded` of too many unfinished ones. */
  readonly error: ThriftError;

  constructor({ streamId, type }: PartialMessage, error: ThriftError) {
    this.streamId = streamId;
    this.type = type;
    this.error = error;
  }
}

/**
 * Joins the fragments of messages, by stream. A PAYLOAD with FOLLOWS begins a message where none is begun, so that one of
 * a stream that nobody knows is for the caller to ignore, unless `isPartial`.
 */
export class Reassembly {
  readonly #limits: Limits;
  readonly #onLate: (error: TransportError) => void;
  readonly #partial: Map<number, PartialMessage> = new Map();
  #bytes = 0;

  /** @param onLate told that the rest of a message did not come within `frameTimeoutMs`, unless it was refused */
  constructor(limits: Limits, onLate: (error: TransportError) => void) {
    this.#limits = limits;
    this.#onLate = onLate;
  }

  /**
   * The frame to handle: this one, or the whole message that it ends. `undefined` when there is more to come, or when it
   * is of a message that was refused; such a stream stays partial until its last fragment, or until it would be late.
   * @throws ProtocolError for a request on a stream that is partial
   * @throws TransportError `overloaded` for too many partial messages
   */
  push(frame: Frame): Frame | TooLong | undefined {
    const isLast = (frame.flags & Flag.follows) === 0;
    if (isLast && this.#partial.size === 0) return frame;
    if (!isFragment(frame.type)) return frame;
    const message = this.#partial.get(frame.streamId);
    // FOLLOWS is not to be believed where COMPLETE says the contrary.
    if (isLast || (frame.flags & Flag.complete) !== 0) {
      return message === undefined ? withoutFollows(frame) : this.#end(message, frame);
    }
    return this.#add(message ?? this.#begin(frame), frame, message !== undefined);
  }

  isPartial(streamId: number): boolean {
    return this.#partial.has(streamId);
  }

  /** Forgets what has come of a message, and that it was begun. */
  drop(streamId: number): void {
    const message = this.#partial.get(streamId);
    if (message !== undefined) this.#forget(message);
  }

  /** Forgets everything. */
  close(): void {
    for (const message of this.#partial.values()) this.#forget(message);
  }

  #begin(frame: Frame): PartialMessage {
    const { maxStreams } = this.#limits;
    if (this.#partial.size >= maxStreams) {
      throw new TransportError("overloaded", `expected at most ${maxStreams} messages in fragments, got one more`);
    }
    const message = new PartialMessage(frame, (late) => this.#late(late));
    this.#partial.set(frame.streamId, message);
    deadlines.add(message, now() + this.#limits.frameTimeoutMs);
    return message;
  }

  #end(message: PartialMessage, last: Frame): Frame | TooLong | undefined {
    const refused = this.#add(message, last, true);
    const isRefused = message.isRefused;
    this.#forget(message);
    return isRefused ? refused : message.whole(last);
  }

  #add(message: PartialMessage, frame: Frame, isContinuation: boolean): TooLong | undefined {
    if (isContinuation && frame.type !== FrameType.payload) begunTwice(frame);
    if (message.isRefused) return undefined;
    const bytes = frame.metadata.length + frame.data.length;
    const error = this.#excess(message.size + bytes, this.#bytes + bytes);
    if (error !== undefined) return this.#refuse(message, error);
    message.push(frame);
    this.#bytes += bytes;
    return undefined;
  }

  #excess(size: number, allBytes: number): ThriftError | undefined {
    const { maxMessageBytes, maxRunningBytes } = this.#limits;
    if (size > maxMessageBytes) {
      const message = `expected a message of at most ${maxMessageBytes} bytes, got ${size} or more`;
      return new ProtocolError("size_limit", message, { offset: maxMessageBytes });
    }
    const most = maxRunningBytes + maxMessageBytes;
    if (allBytes <= most) return undefined;
    const message = `expected at most ${most} bytes of unfinished messages, got ${allBytes}`;
    return new TransportError("overloaded", message);
  }

  #refuse(message: PartialMessage, error: ThriftError): TooLong {
    this.#bytes -= message.size;
    message.refuse();
    return new TooLong(message, error);
  }

  #forget(message: PartialMessage): void {
    deadlines.delete(message);
    this.#partial.delete(message.streamId);
    this.#bytes -= message.size;
  }

  // Whoever was told that a message is refused need not send the rest of it.
  #late(message: PartialMessage): void {
    this.#forget(message);
    if (message.isRefused) return;
    const { frameTimeoutMs } = this.#limits;
    const expected = `expected the rest of the message on stream ${message.streamId} within ${frameTimeoutMs} ms`;
    this.#onLate(new TransportError("timed_out", expected));
  }
}

/** FOLLOWS is a bit that means something else to other types. */
function isFragment(type: number): boolean {
  return (type >= FrameType.requestResponse && type <= FrameType.requestChannel) || type === FrameType.payload;
}

function withoutFollows(frame: Frame): Frame {
  return (frame.flags & Flag.follows) === 0 ? frame : { ...frame, flags: frame.flags & ~Flag.follows };
}

function begunTwice({ streamId, type }: Frame): never {
  const message = `expected the rest of the message on stream ${streamId}, got another of type ${type}`;
  throw new ProtocolError("invalid_data", message);
}
