import type { Lane, LaneListener, ThriftError } from "@seapink/core";

/** The other side of a lane, held by hand: it writes any bytes, and reads without understanding. */
export class RawPeer implements LaneListener {
  readonly #lane: Lane;
  /** Resolves with the first bytes that come. */
  readonly spoken: Promise<void>;
  /** Resolves when the other side has ended. */
  readonly ended: Promise<ThriftError | undefined>;
  #onSpoken!: () => void;
  #onEnded!: (error: ThriftError | undefined) => void;

  constructor(lane: Lane) {
    this.#lane = lane;
    this.spoken = new Promise((resolve) => (this.#onSpoken = resolve));
    this.ended = new Promise((resolve) => (this.#onEnded = resolve));
    lane.listen(this);
  }

  send(bytes: Uint8Array): void {
    this.#lane.out.raw(bytes);
    this.#lane.commit();
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
