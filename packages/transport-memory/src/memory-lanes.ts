import {
  ByteWriter,
  type Lane,
  type LaneInfo,
  type LaneListener,
  type Limits,
  limits,
  noHeaders,
  type ThriftError,
  TransportError,
} from "@seapink/core";
import { cut, type Piece, withUnread } from "./pieces.ts";

export interface MemoryLanesOptions {
  /** Whether messages arrive as they were committed, or as bytes without borders. Default `bytes`. */
  readonly kind?: Lane["kind"];
  /** Of these, lanes keep `maxUnsentBytes`. */
  readonly limits?: Partial<Limits>;
  /** The most bytes that a lane of bytes delivers at once, to see that a reader can do with pieces. Default: no bound. */
  readonly chunkBytes?: number;
}

/** Two lanes, each the other's peer. What one commits in a turn reaches the other together, after that turn. */
export function memoryLanes(options: MemoryLanesOptions = {}): [Lane, Lane] {
  const { chunkBytes = 1 } = options;
  if (!(chunkBytes >= 1)) throw new RangeError(`chunkBytes must be positive, got ${chunkBytes}`);
  return MemoryLane.pair(options);
}

/** From here on `commit` says that the peer reads too slowly. */
const highWaterBytes = 65_536;

/** One delivery in so many waits for a timer: two lanes that answer each other endlessly leave room for the rest. */
const deliveriesInARow = 1024;

class MemoryLane implements Lane {
  readonly kind: Lane["kind"];
  readonly info: LaneInfo;
  readonly out: ByteWriter;
  readonly #chunkBytes: number;
  #peer: MemoryLane = this;
  #listener: LaneListener | undefined;
  /** Where committed frames end in `out`, and whether they are text. */
  #frames: [end: number, isText: boolean][] = [];
  #committed = 0;
  #isFull = false;
  #isClosed = false;
  /** What the peer's `out` held when it was last looked at. */
  #inbox: Generator<Piece> = cut(new Uint8Array(0), undefined, 1);
  #deliveries = 0;
  #isWoken = false;
  #isPaused = false;
  #isOver = false;
  #isEndTold = false;
  #error: ThriftError | undefined;

  constructor(options: MemoryLanesOptions, peer: string) {
    this.kind = options.kind ?? "bytes";
    this.info = { address: `memory:${peer}`, alpn: undefined, identity: undefined, headers: noHeaders };
    this.out = new ByteWriter(undefined, limits(options.limits).maxUnsentBytes);
    this.#chunkBytes = options.chunkBytes ?? Number.MAX_SAFE_INTEGER;
  }

  static pair(options: MemoryLanesOptions): [Lane, Lane] {
    const first = new MemoryLane(options, "second");
    const second = new MemoryLane(options, "first");
    first.#peer = second;
    second.#peer = first;
    return [first, second];
  }

  commit(text = false): boolean {
    if (this.#isClosed) {
      this.out.truncate(this.#committed);
      return true;
    }
    this.#committed = this.out.length;
    if (this.kind === "frames") this.#frames.push([this.#committed, text]);
    this.#isFull ||= this.#committed >= highWaterBytes;
    this.#peer.#wake();
    return !this.#isFull;
  }

  listen(to: LaneListener, unread?: Uint8Array): void {
    this.#listener = to;
    this.#isEndTold = false;
    if (unread !== undefined && unread.length > 0) this.#inbox = withUnread(unread, this.#inbox);
    this.#wake();
  }

  pause(paused: boolean): void {
    this.#isPaused = paused && !this.#isClosed;
    if (!paused) this.#wake();
  }

  close(error?: ThriftError): void {
    if (error === undefined) this.#finish();
    else {
      this.#break(error);
      this.#peer.#break(new TransportError("closed", "the peer broke the connection"));
    }
  }

  // The peer's end is waited for, so that what it still sends can be read.
  #finish(): void {
    this.#isClosed = true;
    this.#isPaused = false;
    this.#wake();
    this.#peer.#wake();
  }

  #break(error: ThriftError): void {
    this.#finish();
    this.out.truncate((this.#committed = 0));
    this.#frames = [];
    if (this.#isOver) return;
    this.#inbox.return(undefined);
    this.#error = error;
    this.#isOver = true;
  }

  #wake(): void {
    if (this.#isWoken) return;
    this.#isWoken = true;
    if (++this.#deliveries % deliveriesInARow === 0) setTimeout(this.#deliver, 0);
    else queueMicrotask(this.#deliver);
  }

  readonly #deliver = (): void => {
    this.#isWoken = false;
    while (this.#listener !== undefined && !this.#isPaused) {
      const next = this.#inbox.next();
      if (next.done === true) return this.#refill(this.#listener);
      const { bytes, isText } = next.value;
      this.#guard(() => this.#listener?.data(bytes, isText));
    }
  };

  #refill(listener: LaneListener): void {
    const peer = this.#peer;
    if (!this.#isOver && (peer.#committed > 0 || peer.#frames.length > 0)) {
      this.#inbox = peer.#handOver();
      return this.#wake();
    }
    this.#isOver ||= peer.#isClosed;
    if (!this.#isOver || this.#isEndTold) return;
    this.#isEndTold = true;
    this.#guard(() => listener.end(this.#error));
  }

  // What is written but not committed stays.
  #handOver(): Generator<Piece> {
    const pieces = cut(
      this.out.take(this.#committed),
      this.kind === "frames" ? this.#frames : undefined,
      this.#chunkBytes,
    );
    this.#committed = 0;
    this.#frames = [];
    if (this.#isFull && !this.#isClosed) queueMicrotask(this.#tellDrained);
    return pieces;
  }

  readonly #tellDrained = (): void => {
    this.#isFull = false;
    if (!this.#isClosed) this.#guard(() => this.#listener?.drained());
  };

  #guard(tell: () => void): void {
    try {
      tell();
    } catch (cause) {
      this.close(new TransportError("closed", "the lane's listener failed", { cause }));
    }
  }
}
