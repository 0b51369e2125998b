import { type Lane, type Limits, limits } from "@seapink/core";
import { hex } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";
import { rocketCutter } from "../src/frames/frame-cutter.ts";
import { turn } from "./hand.ts";

/** A lane to write into, and what reaches its other end. */
export class Arrivals {
  readonly lane: Lane;
  readonly #frames: Uint8Array[] = [];

  constructor(kind: Lane["kind"] = "bytes", changes: Partial<Limits> = {}) {
    const [lane, other] = memoryLanes({ kind, limits: changes });
    const cutter = rocketCutter(kind, limits());
    this.lane = lane;
    other.listen({
      data: (bytes) => {
        cutter.push(bytes);
        for (let frame = cutter.next(); frame !== undefined; frame = cutter.next()) this.#frames.push(frame);
      },
      drained: () => undefined,
      end: () => undefined,
    });
  }

  /** The frames that have come since the last time, without their lengths. */
  async frames(): Promise<readonly Uint8Array[]> {
    await turn();
    return this.#frames.splice(0);
  }

  /** The same, as hexadecimal digits. */
  async hex(): Promise<readonly string[]> {
    return (await this.frames()).map(hex);
  }
}
