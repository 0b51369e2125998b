import {
  deadlines,
  Expiring,
  type HeaderMap,
  type Items,
  now,
  type Payload,
  ProtocolError,
  type ThriftError,
  TransportError,
} from "@seapink/core";
import { Demand, type StreamWindow } from "./window.ts";

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

/** What a receiver says to the other side. */
export interface ItemSource {
  /** Asks for so many more. */
  request(n: number): void;
  /** Nobody wants any more. Called at most once, and not behind the end. */
  cancel(): void;
  /** None came in time. The items have ended; the other side is not told. */
  late(): void;
}

/** Items of a whole connection that came and wait to be taken. */
export interface Unread {
  bytes: number;
  readonly maxBytes: number;
}

/** Items that come in on one half of a stream, for one consumer. It asks for more at the consumer's pace. */
export class ItemReceiver extends Expiring implements AsyncIterator<Payload, HeaderMap | void>, Items {
  readonly #source: ItemSource;
  readonly #unread: Unread;
  readonly #demand: Demand;
  readonly #chunkTimeoutMs: number;
  #hasBegun = false;
  #queue: (Entry | undefined)[] = [];
  #first = 0;
  #waiting: Waiting[] = [];
  #end: { readonly error: unknown } | "done" | undefined;

  /** @param chunkTimeoutMs how long an item may take that was asked for */
  constructor(source: ItemSource, window: StreamWindow, unread: Unread, chunkTimeoutMs: number) {
    super();
    this.#source = source;
    this.#unread = unread;
    this.#demand = new Demand(window);
    this.#chunkTimeoutMs = chunkTimeoutMs;
  }

  /** How many are asked for at first, by whoever made this. */
  get initialItems(): number {
    return this.#demand.initialItems;
  }

  /** They have been asked for: from now on the next one is waited for. */
  begin(): void {
    this.#hasBegun = true;
    this.#awaitNext();
  }

  #awaitNext(): void {
    if (this.#chunkTimeoutMs === Number.POSITIVE_INFINITY || !this.#hasBegun || this.#end !== undefined) return;
    if (this.#demand.isWaiting) deadlines.add(this, now() + this.#chunkTimeoutMs);
    else deadlines.delete(this);
  }

  override onExpired(): void {
    this.fail(new TransportError("timed_out", `expected an item within ${this.#chunkTimeoutMs} ms`));
    this.#source.late();
  }

  /** No further item is taken in: it has ended, one way or another. */
  get isOver(): boolean {
    return this.#end !== undefined;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Takes in an item that came. */
  push(payload: Payload, bytes: number): void {
    if (this.#end !== undefined) return;
    if (!this.#demand.came(bytes)) return this.#refuse(unasked());
    this.#awaitNext();
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) {
      this.#taken();
      return waiting.resolve({ done: false, value: payload });
    }
    const size = bytes + itemBytes;
    if (this.#unread.bytes + size > this.#unread.maxBytes) return this.#refuse(unread(this.#unread));
    this.#unread.bytes += size;
    this.#queue.push({ payload, bytes: size });
  }

  #refuse(error: ThriftError): void {
    this.fail(error);
    this.#source.cancel();
  }

  /** No more will come: behind those that wait, the consumer sees the end. */
  complete(): void {
    this.#over("done");
  }

  /** The same, with an error. */
  fail(error: unknown): void {
    this.#over({ error });
  }

  #over(end: { readonly error: unknown } | "done"): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    deadlines.delete(this);
    const [first, ...others] = this.#waiting;
    this.#waiting = [];
    if (first !== undefined) this.#tellEnd(first);
    for (const waiting of others) waiting.resolve(over);
  }

  // An error is told once; behind it there is nothing.
  #tellEnd({ resolve, reject }: Waiting): void {
    const end = this.#end;
    this.#end = "done";
    if (typeof end === "object") reject(end.error);
    else resolve(over);
  }

  next(): Promise<ItemResult> {
    const entry = this.#queue[this.#first];
    if (entry !== undefined) return Promise.resolve({ done: false, value: this.#take(entry) });
    return new Promise((resolve, reject) => {
      if (this.#end === undefined) this.#waiting.push({ resolve, reject });
      else this.#tellEnd({ resolve, reject });
    });
  }

  #take({ payload, bytes }: Entry): Payload {
    this.#queue[this.#first++] = undefined;
    if (2 * this.#first > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#first);
      this.#first = 0;
    }
    this.#unread.bytes -= bytes;
    this.#taken();
    return payload;
  }

  #taken(): void {
    this.#demand.taken();
    if (this.#end !== undefined) return;
    const more = this.#demand.next();
    if (more === 0) return;
    this.#source.request(more);
    this.#awaitNext();
  }

  return(): Promise<ItemResult> {
    const wasOpen = this.#end === undefined;
    this.#drop();
    this.complete();
    this.#end = "done";
    if (wasOpen) this.#source.cancel();
    return Promise.resolve(over);
  }

  /** Lets go of what waits. */
  #drop(): void {
    this.release();
    this.#queue = [];
    this.#first = 0;
  }

  /** What waits is counted among the unread no more: the stream is over, and whoever has it may take it or not. */
  release(): void {
    for (const entry of this.#queue) {
      if (entry === undefined) continue;
      this.#unread.bytes -= entry.bytes;
      entry.bytes = 0;
    }
  }
}

/** What an item takes besides its bytes. */
const itemBytes = 256;

function unread({ maxBytes }: Unread): TransportError {
  return new TransportError("overloaded", `expected at most ${maxBytes} bytes of items that nobody has taken`);
}

function unasked(): ProtocolError {
  return new ProtocolError("invalid_data", "expected no more items than were asked for");
}

interface Entry {
  readonly payload: Payload;
  bytes: number;
}

interface Waiting {
  readonly resolve: (result: ItemResult) => void;
  readonly reject: (error: unknown) => void;
}

const over: ItemResult = { done: true, value: undefined };
