import type { Frame } from "@seapink/dialect-rocket/internal";
import { hasMore } from "./frame-title.ts";

interface Message {
  readonly first: Frame;
  readonly metadata: Uint8Array[];
  readonly data: Uint8Array[];
}

/** Joins messages that came in several frames. */
export class Fragments {
  readonly #messages: Map<number, Message> = new Map();

  /** The message that is whole now: the frame itself, or what it ends; `undefined` where more is to come. */
  push(frame: Frame): Frame | undefined {
    const begun = this.#messages.get(frame.streamId);
    if (begun === undefined && !hasMore(frame)) return frame;
    const message = begun ?? { first: frame, metadata: [], data: [] };
    message.metadata.push(frame.metadata);
    message.data.push(frame.data);
    if (hasMore(frame)) return void this.#messages.set(frame.streamId, message);
    this.#messages.delete(frame.streamId);
    const { first, metadata, data } = message;
    return { ...first, flags: first.flags | frame.flags, metadata: joined(metadata), data: joined(data) };
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks));
}
