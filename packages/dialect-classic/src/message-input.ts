import {
  deadlines,
  Expiring,
  isThriftError,
  type Lane,
  type LaneListener,
  type Limits,
  type MessageHead,
  now,
  type Protocol,
  ProtocolError,
  ThriftError,
  TransportError,
} from "@seapink/core";
import type { Cutter, Framing } from "./framing.ts";
import { protocolOf } from "./protocol-of.ts";

/** What a channel does with what a lane delivers. */
export interface MessageListener {
  message(head: MessageHead, body: Uint8Array, protocol: Protocol): void;
  /** Whether another message may be handed over now; if not, the lane is paused until `resume`. */
  mayGoOn(): boolean;
  drained(): void;
  end(error: ThriftError | undefined): void;
}

/** Cuts what a lane delivers into messages and reads their envelopes. It is the clock of half-sent messages, too. */
export class MessageInput extends Expiring implements LaneListener {
  readonly #lane: Lane;
  readonly #protocols: readonly Protocol[];
  readonly #limits: Limits;
  readonly #listener: MessageListener;
  readonly #cutter: Cutter;
  #isPaused = false;
  #error: ThriftError | undefined;

  constructor(lane: Lane, framing: Framing, protocols: readonly Protocol[], limits: Limits, listener: MessageListener) {
    super();
    this.#lane = lane;
    this.#protocols = protocols;
    this.#limits = limits;
    this.#listener = listener;
    this.#cutter = framing.cutter(limits, protocols);
    lane.listen(this);
  }

  data(bytes: Uint8Array): void {
    if (this.#error !== undefined) return;
    this.#cutter.push(bytes);
    this.resume();
  }

  /** Hands over what is there, as long as the listener takes it. */
  resume(): void {
    try {
      this.#deliver();
    } catch (error) {
      this.stop(isThriftError(error) ? error : new TransportError("corrupt", "reading failed", { cause: error }));
    }
  }

  #deliver(): void {
    let mayGoOn = this.#listener.mayGoOn();
    while (mayGoOn) {
      const message = this.#cutter.next();
      if (message === undefined) break;
      deadlines.delete(this);
      this.#read(message);
      mayGoOn = this.#listener.mayGoOn();
    }
    if (mayGoOn && this.#cutter.isPartial && this.slot < 0) this.#awaitRest();
    if (mayGoOn === this.#isPaused) this.#lane.pause((this.#isPaused = !mayGoOn));
  }

  #read(message: Uint8Array): void {
    const protocol = protocolOf(message, this.#protocols);
    if (protocol === undefined)
      throw new ProtocolError("bad_version", "expected a message of a known protocol, got other bytes");
    const reader = protocol.reader(message, this.#limits);
    const head = reader.messageBegin();
    this.#listener.message(head, message.subarray(reader.offset), protocol);
  }

  #awaitRest(): void {
    deadlines.add(this, now() + this.#limits.frameTimeoutMs);
  }

  override onExpired(): void {
    this.stop(
      new TransportError("timed_out", `expected the rest of a message within ${this.#limits.frameTimeoutMs} ms`),
    );
  }

  drained(): void {
    this.#listener.drained();
  }

  /** Closes the lane at once; what it still delivers is dropped. */
  stop(error: ThriftError): void {
    if (this.#error !== undefined) return;
    this.#error = error;
    this.#lane.close(error);
  }

  end(error: ThriftError | undefined): void {
    deadlines.delete(this);
    const isCut = this.#error === undefined && error === undefined && this.#cutter.isPartial;
    this.#listener.end(this.#error ?? error ?? (isCut ? endOfData() : undefined));
  }
}

function endOfData(): ThriftError {
  return new TransportError("end_of_data", "expected the rest of a message, got the end of the connection");
}
