import type { ByteWriter, Lane, LaneInfo, LaneListener, ThriftError } from "@seapink/core";
import { pieces } from "../splits.ts";

export interface WatchedLaneOptions {
  /** Cuts what is delivered. */
  readonly pieceBytes?: number;
  /** Keeps what is delivered. */
  readonly isRecorded?: boolean;
}

/** A lane that tells when its reader pauses it, and that can cut and keep what it delivers. */
export class WatchedLane implements Lane {
  readonly kind: Lane["kind"];
  readonly info: LaneInfo;
  readonly out: ByteWriter;
  readonly #lane: Lane;
  readonly #options: WatchedLaneOptions;
  readonly #recorded: number[] = [];
  readonly #onPause: (() => void)[] = [];
  readonly #onDelivery: (() => void)[] = [];

  constructor(lane: Lane, options: WatchedLaneOptions) {
    this.kind = lane.kind;
    this.info = lane.info;
    this.out = lane.out;
    this.#lane = lane;
    this.#options = options;
  }

  /** What was delivered so far, if it was kept. */
  get delivered(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#recorded);
  }

  /** Resolves when so many bytes have been delivered, if they are kept. */
  async delivers(count: number): Promise<void> {
    while (this.#recorded.length < count) await new Promise<void>((resolve) => this.#onDelivery.push(resolve));
  }

  /** Resolves when the reader next pauses. */
  paused(): Promise<void> {
    return new Promise((resolve) => this.#onPause.push(resolve));
  }

  commit(text?: boolean): boolean {
    return this.#lane.commit(text);
  }

  listen(to: LaneListener, unread?: Uint8Array): void {
    const listener: LaneListener = {
      data: (bytes, text) => this.#deliver(bytes, text, to),
      drained: () => to.drained(),
      end: (error) => to.end(error),
    };
    this.#lane.listen(listener, unread);
  }

  #deliver(bytes: Uint8Array, text: boolean, to: LaneListener): void {
    const { isRecorded, pieceBytes } = this.#options;
    if (isRecorded) this.#recorded.push(...bytes);
    if (pieceBytes === undefined || this.kind === "frames") to.data(bytes, text);
    else for (const piece of pieces(bytes, [pieceBytes])) to.data(piece, text);
    for (const resolve of this.#onDelivery.splice(0)) resolve();
  }

  pause(paused: boolean): void {
    this.#lane.pause(paused);
    if (paused) for (const resolve of this.#onPause.splice(0)) resolve();
  }

  close(error?: ThriftError): void {
    this.#lane.close(error);
  }
}
