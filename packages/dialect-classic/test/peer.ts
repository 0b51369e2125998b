import {
  type Channel,
  type Conversation,
  type Dialect,
  type Handler,
  type Lane,
  type LaneListener,
  type Limits,
  limits,
  type Reply,
} from "@seapink/core";
import { hex } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";

/** The other side of a lane, as bytes. */
export class Peer implements LaneListener {
  readonly #lane: Lane;
  readonly #received: number[] = [];
  readonly ended: Promise<void>;
  #onEnded!: () => void;
  #onData: (() => void)[] = [];

  constructor(lane: Lane) {
    this.#lane = lane;
    this.ended = new Promise((resolve) => (this.#onEnded = resolve));
    lane.listen(this);
  }

  send(bytes: Uint8Array): void {
    this.#lane.out.raw(bytes);
    this.#lane.commit();
  }

  /** As many bytes as these hexadecimal digits stand for, once they are there. */
  async receives(count: number): Promise<string> {
    while (this.#received.length < count) await new Promise<void>((resolve) => this.#onData.push(resolve));
    return hex(Uint8Array.from(this.#received.splice(0, count)));
  }

  /** What came that nobody has asked for. */
  get unread(): string {
    return hex(Uint8Array.from(this.#received));
  }

  close(): void {
    this.#lane.close();
  }

  data(bytes: Uint8Array): void {
    this.#received.push(...bytes);
    for (const tell of this.#onData.splice(0)) tell();
  }

  drained(): void {}

  end(): void {
    this.#onEnded();
  }
}

export interface Side {
  readonly peer: Peer;
  readonly channel: Channel;
  readonly errors: unknown[];
}

/** A server of this dialect, and its client held by hand. */
export function serverSide(dialect: Dialect, handler: Handler, changes: Partial<Limits> = {}): Side {
  const [near, far] = memoryLanes();
  const errors: unknown[] = [];
  const channel = dialect.accept(far, handler, conversation(errors, changes));
  return { peer: new Peer(near), channel, errors };
}

/** A client of this dialect, and its server held by hand. */
export async function clientSide(dialect: Dialect, changes: Partial<Limits> = {}): Promise<Side> {
  const [near, far] = memoryLanes();
  const errors: unknown[] = [];
  const channel = await dialect.connect(near, conversation(errors, changes));
  return { peer: new Peer(far), channel, errors };
}

export function conversation(errors: unknown[], changes: Partial<Limits> = {}): Conversation {
  return { limits: limits(changes), handler: undefined, onError: (error) => void errors.push(error) };
}

/** Answers each call with the text "pong". */
export const pong: Handler = () => Promise.resolve(textReply("pong"));

function textReply(text: string): Reply {
  return {
    headers: new Map(),
    exception: undefined,
    protocol: undefined,
    items: undefined,
    body: {
      write(writer) {
        writer.structBegin();
        writer.fieldBegin(11, 0);
        writer.string(text);
        writer.fieldEnd();
        writer.structEnd();
      },
    },
  };
}
