import { Gathered } from "@seapink/conversation";
import { Expiring } from "@seapink/core";
import { Flag } from "./frame-type.ts";
import type { Frame } from "./frame.ts";

/** What only the last fragment tells. */
const ofTheLast = Flag.next | Flag.complete;

/** A message of which not all fragments have come. */
export class PartialMessage extends Expiring {
  readonly streamId: number;
  readonly type: number;
  /** Its parts are forgotten, and those that still come are not kept. */
  isRefused = false;
  readonly #flags: number;
  readonly #word: number;
  readonly #metadata = new Gathered();
  readonly #data = new Gathered();
  readonly #onLate: (message: PartialMessage) => void;

  constructor(first: Frame, onLate: (message: PartialMessage) => void) {
    super();
    this.streamId = first.streamId;
    this.type = first.type;
    this.#flags = first.flags & ~(Flag.follows | ofTheLast);
    this.#word = first.word;
    this.#onLate = onLate;
  }

  get size(): number {
    return this.#metadata.size + this.#data.size;
  }

  push({ metadata, data }: Frame): void {
    this.#metadata.push(metadata);
    this.#data.push(data);
  }

  /** The message as one frame. */
  whole(last: Frame): Frame {
    return {
      streamId: this.streamId,
      type: this.type,
      flags: this.#flags | (last.flags & ofTheLast),
      word: this.#word,
      metadata: this.#metadata.take(),
      data: this.#data.take(),
    };
  }

  refuse(): void {
    this.isRefused = true;
    this.#metadata.take();
    this.#data.take();
  }

  override onExpired(): void {
    this.#onLate(this);
  }
}
