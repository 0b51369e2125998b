import { passBytes } from "@seapink/conversation";
import {
  type Body,
  type Lane,
  type Limits,
  type MessageType,
  type Protocol,
  ProtocolError,
  type ProtocolWriter,
} from "@seapink/core";
import type { Framing } from "./framing.ts";

/** Writes whole messages into a lane. What fails half-way is taken back, so that the peer never sees a part of it. */
export class MessageOutput {
  readonly #lane: Lane;
  readonly #framing: Framing;
  readonly #limits: Limits;
  #protocol: Protocol | undefined;
  #writer: ProtocolWriter | undefined;
  #isWriting = false;

  constructor(lane: Lane, framing: Framing, limits: Limits) {
    this.#lane = lane;
    this.#framing = framing;
    this.#limits = limits;
  }

  /**
   * Writes a message whose struct `body` is, and commits it. Returns what the lane says of its queue.
   * @param from the protocol of a body that is bytes already
   */
  write(
    protocol: Protocol,
    name: string,
    type: MessageType,
    seqid: number,
    body: Body,
    from: Protocol | undefined,
  ): boolean {
    if (this.#isWriting)
      throw new ProtocolError("invalid_data", "expected a value that makes no calls while it is written");
    const out = this.#lane.out;
    const length = out.length;
    this.#isWriting = true;
    try {
      const writer = this.#writerOf(protocol);
      this.#framing.begin(out);
      writer.messageBegin(name, type, seqid);
      if (body instanceof Uint8Array) this.#pass(writer, body, from, protocol);
      else body.write(writer);
      writer.messageEnd();
      this.#framing.end(out, length, this.#limits);
    } catch (error) {
      out.truncate(length);
      // What it remembers of a struct that it is in is wrong now.
      this.#writer = undefined;
      throw error;
    } finally {
      this.#isWriting = false;
    }
    return this.#lane.commit();
  }

  #pass(writer: ProtocolWriter, bytes: Uint8Array, from: Protocol | undefined, to: Protocol): void {
    passBytes(bytes, writer, { from, to, isUndelimited: this.#framing.isUndelimited, limits: this.#limits });
  }

  /** How many bytes have been written since the lane began, whether they have left or not. */
  get written(): number {
    return this.#lane.out.taken + this.#lane.out.length;
  }

  /** How many have left. */
  get sent(): number {
    return this.#lane.out.taken;
  }

  #writerOf(protocol: Protocol): ProtocolWriter {
    if (this.#writer === undefined || this.#protocol !== protocol) {
      this.#writer = protocol.writer(this.#lane.out, this.#limits);
      this.#protocol = protocol;
    }
    return this.#writer;
  }
}
