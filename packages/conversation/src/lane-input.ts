import {
  alarm,
  deadlines,
  Expiring,
  isThriftError,
  type Lane,
  type LaneListener,
  type Limits,
  now,
  type ThriftError,
  TransportError,
} from "@seapink/core";
import type { Cutter } from "./cutter.ts";
import { drainTimedOut } from "./drain-timed-out.ts";

/** What a channel does with what a lane delivers. */
export interface InputListener {
  /** One message, or frame. Whatever it throws closes the lane. */
  message(bytes: Uint8Array): void;
  /** Whether another message may be handed over now; if not, the lane is paused until `resume`. */
  mayGoOn(): boolean;
  drained(): void;
  /** Nothing more will come. Once more, with an error, if the lane was closed with one after the peer had ended. */
  end(error: ThriftError | undefined): void;
}

/**
 * So many messages are handed over in a row. Then those that are answered at once are, so that the listener sees whether
 * the peer reads what it asked for.
 */
const messagesInARow = 128;

/**
 * So long one lane keeps a turn of the event loop to itself, if much comes at once. A system hands over up to 2 MiB of one
 * connection in a row, which may be thirty thousand messages: others were not served for seconds.
 */
const longestTurnMs = 20;
/** Chunks of this size come where more waits behind them. */
const largeChunkBytes = 32_768;

/** As many turns of the microtask queue as it takes a call through a few filters to be answered at once. */
const turnsToAnswer = 16;

/** Cuts what a lane delivers into messages. It is the clock of half-sent messages, too. */
export class LaneInput extends Expiring implements LaneListener {
  readonly #lane: Lane;
  readonly #limits: Limits;
  readonly #listener: InputListener;
  readonly #cutter: Cutter;
  #isDelivering = false;
  #isPaused = false;
  #isYielding = false;
  /** Set in a turn of the event loop in which much has come. */
  #turn: ReturnType<typeof setTimeout> | undefined;
  #turnBegan = 0;
  /** What has come waits for the next turn. */
  #isResting = false;
  /** Nothing more is handed over, and what still comes is dropped. */
  #isOver = false;
  #hasPeerEnded = false;
  /** Set while the peer has ended, but messages of it wait to be handed over. */
  #held: Expiring | undefined;
  #error: ThriftError | undefined;

  constructor(lane: Lane, cutter: Cutter, limits: Limits, listener: InputListener) {
    super();
    this.#lane = lane;
    this.#limits = limits;
    this.#listener = listener;
    this.#cutter = cutter;
  }

  /** What was wrong on this side; `undefined` where it was the lane, or nothing. */
  get error(): ThriftError | undefined {
    return this.#error;
  }

  /** Begins to read. Apart from the constructor, since a lane may have something to hand over at once. */
  start(): void {
    this.#lane.listen(this);
  }

  data(bytes: Uint8Array): void {
    if (this.#isOver) return;
    if (bytes.length >= largeChunkBytes && this.#turn === undefined) this.#beginTurn();
    this.#cutter.push(bytes);
    this.resume();
  }

  #beginTurn(): void {
    this.#turnBegan = now();
    this.#turn = setTimeout(() => this.#endTurn(), 0);
  }

  #endTurn(): void {
    this.#turn = undefined;
    if (!this.#isResting) return;
    this.#isResting = false;
    this.#beginTurn();
    this.resume();
  }

  /** Hands over what is there, as long as the listener takes it. */
  resume(): void {
    if (this.#isOver || this.#isDelivering || this.#isYielding || this.#isResting) return;
    this.#isDelivering = true;
    try {
      this.#deliver();
    } catch (error) {
      this.stop(isThriftError(error) ? error : new TransportError("corrupt", "reading failed", { cause: error }));
    } finally {
      this.#isDelivering = false;
    }
  }

  #deliver(): void {
    for (let left = messagesInARow; this.#listener.mayGoOn(); left--) {
      if (left === 0) return this.#breathe();
      const message = this.#cutter.next();
      if (message === undefined) return this.#awaitMore();
      deadlines.delete(this);
      this.#listener.message(message);
      if (this.#isOver) return;
    }
    // While we do not read, the peer cannot be late.
    deadlines.delete(this);
    this.#pause(true);
  }

  #breathe(): void {
    if (this.#turn === undefined || now() - this.#turnBegan < longestTurnMs) return this.#yield(turnsToAnswer);
    this.#isResting = true;
    deadlines.delete(this);
    this.#pause(true);
  }

  #yield(turns: number): void {
    this.#isYielding = turns > 0;
    if (turns === 0) this.resume();
    else queueMicrotask(() => this.#yield(turns - 1));
  }

  #awaitMore(): void {
    if (this.#held !== undefined) return this.#end(undefined);
    this.#pause(false);
    if (this.slot < 0 && this.#cutter.isPartial) deadlines.add(this, now() + this.#limits.frameTimeoutMs);
  }

  #pause(paused: boolean): void {
    if (paused === this.#isPaused) return;
    this.#isPaused = paused;
    this.#lane.pause(paused);
  }

  override onExpired(): void {
    const { frameTimeoutMs } = this.#limits;
    this.stop(new TransportError("timed_out", `expected the rest of a message within ${frameTimeoutMs} ms`));
  }

  drained(): void {
    this.#listener.drained();
  }

  /** Closes the lane in order: what was written is sent, what still comes is dropped. */
  finish(): void {
    this.#over();
    this.#lane.close();
  }

  /** Closes the lane at once. */
  stop(error: ThriftError): void {
    if (this.#error !== undefined) return;
    this.#error = error;
    this.#over();
    this.#lane.close(error);
    if (this.#hasPeerEnded) this.#listener.end(error);
  }

  #over(): void {
    this.#isOver = true;
    clearTimeout(this.#turn);
    deadlines.delete(this);
    if (this.#held !== undefined) deadlines.delete(this.#held);
  }

  // The peer may have ended behind messages that wait for their turn.
  end(error: ThriftError | undefined): void {
    this.#hasPeerEnded = true;
    const isWaiting = this.#isPaused || this.#isYielding || this.#isResting;
    if (error !== undefined || this.#isOver || !isWaiting || !this.#cutter.isPartial) return this.#end(error);
    const { drainTimeoutMs } = this.#limits;
    this.#held = alarm(drainTimeoutMs, () => this.stop(drainTimedOut(drainTimeoutMs)));
  }

  #end(error: ThriftError | undefined): void {
    const isCut = error === undefined && !this.#isOver && this.#cutter.isPartial;
    if (isCut) return this.stop(endOfData());
    this.#over();
    this.#listener.end(this.#error ?? error);
  }
}

function endOfData(): ThriftError {
  return new TransportError("end_of_data", "expected the rest of a message, got the end of the connection");
}
