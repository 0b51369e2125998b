import type { Lane, LaneListener, ThriftError } from "@seapink/core";
import type { WatchedLane } from "./watched-lane.ts";

/** The other side of a lane, held by hand: it writes any bytes, and reads without understanding. */
export class RawPeer implements LaneListener {
  readonly #lane: Lane;
  readonly #far: WatchedLane;
  #sentBytes = 0;
  /** Resolves with the first bytes that come. */
  readonly spoken: Promise<void>;
  /** Resolves when the other side has ended. */
  readonly ended: Promise<ThriftError | undefined>;
  #onSpoken!: () => void;
  #onEnded!: (error: ThriftError | undefined) => void;

  /** @param far the other side's lane, with what it delivers kept */
  constructor(lane: Lane, far: WatchedLane) {
    this.#lane = lane;
    this.#far = far;
    this.spoken = new Promise((resolve) => (this.#onSpoken = resolve));
    this.ended = new Promise((resolve) => (this.#onEnded = resolve));
    lane.listen(this);
  }

  /** Resolves when the other side has been handed all that was sent so far. */
  send(bytes: Uint8Array): Promise<void> {
    this.#lane.out.raw(bytes);
    this.#lane.commit();
    this.#sentBytes += bytes.length;
    return this.#far.delivers(this.#sentBytes);
  }

  /** Ends in order, then waits for the other side. */
  async close(): Promise<void> {
    this.#lane.close();
    await this.ended;
  }

  data(): void {
    this.#onSpoken();
  }

  drained(): void {}

  end(error: ThriftError | undefined): void {
    this.#onEnded(error);
  }
}
