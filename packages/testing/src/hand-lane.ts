import { ByteWriter, type Lane, type LaneInfo, type LaneListener, noHeaders, type ThriftError } from "@seapink/core";

/** A lane whose bytes come and go when the test says so. */
export class HandLane implements Lane {
  readonly kind = "bytes";
  readonly info: LaneInfo = { address: "hand:", alpn: undefined, identity: undefined, headers: noHeaders };
  readonly out: ByteWriter = new ByteWriter();
  isPaused = false;
  /** What it was closed with. */
  readonly closed: (ThriftError | undefined)[] = [];
  #listener: LaneListener | undefined;

  get listener(): LaneListener {
    if (this.#listener === undefined) throw new TypeError("expected somebody to listen");
    return this.#listener;
  }

  commit(): boolean {
    return true;
  }

  listen(to: LaneListener): void {
    this.#listener = to;
  }

  pause(paused: boolean): void {
    this.isPaused = paused;
  }

  close(error?: ThriftError): void {
    this.closed.push(error);
  }
}
