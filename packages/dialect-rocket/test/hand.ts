import { defaultLimits, type Lane, type LaneListener } from "@seapink/core";
import { bytes } from "@seapink/testing";
import type { Frame } from "../src/frames/frame.ts";
import { rocketCutter } from "../src/frames/frame-cutter.ts";
import { Flag, FrameType } from "../src/frames/frame-type.ts";
import { readFrame } from "../src/frames/read-frame.ts";
import { frameBytes } from "./frames/frame-bytes.ts";

/** How a hand moves bytes. */
interface Wire {
  write(bytes: Uint8Array): void;
  close(): void;
}

/** One side of a connection, held by hand: it writes any bytes, and takes the other side's frames one by one. */
export class Hand {
  readonly #wire: Wire;
  readonly #cutter = rocketCutter("bytes", { ...defaultLimits, maxFrameBytes: 0xff_ffff });
  readonly #frames: Uint8Array[] = [];
  readonly #waiting: PromiseWithResolvers<Uint8Array>[] = [];
  readonly #ended = Promise.withResolvers<void>();
  #isOver = false;
  #marks = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Resolves when the other side has ended the connection. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** Takes in what came. */
  receive(bytes: Uint8Array): void {
    this.#cutter.push(bytes);
    for (let frame = this.#cutter.next(); frame !== undefined; frame = this.#cutter.next()) {
      const waiting = this.#waiting.shift();
      if (waiting === undefined) this.#frames.push(frame);
      else waiting.resolve(frame);
    }
  }

  /** Nothing more will come. */
  end(): void {
    this.#isOver = true;
    for (const { reject } of this.#waiting.splice(0)) reject(over());
    this.#ended.resolve();
  }

  /** Sends a frame, which gets its length before it; `bytes` and text are as they are on the wire already. */
  send(...frames: readonly (Partial<Frame> | Uint8Array | string)[]): void {
    const sent = frames.map((frame) => {
      if (typeof frame === "string") return bytes(frame);
      return frame instanceof Uint8Array ? frame : withLength(frameBytes(frame));
    });
    this.#wire.write(joined(sent));
  }

  /** The next frame's bytes, without their length. */
  async bytes(): Promise<Uint8Array> {
    const frame = this.#frames.shift();
    if (frame !== undefined) return frame;
    if (this.#isOver) throw over();
    const waiting = Promise.withResolvers<Uint8Array>();
    this.#waiting.push(waiting);
    return waiting.promise;
  }

  async frame(): Promise<Frame> {
    return readFrame(await this.bytes());
  }

  /** All frames from now to the end of the connection. */
  async rest(): Promise<readonly Frame[]> {
    await this.ended;
    return this.#frames.splice(0).map((frame) => readFrame(frame));
  }

  /** What has come when the other side has read all that was sent: it answers a keepalive. */
  async soFar(): Promise<readonly Frame[]> {
    const mark = Uint8Array.of(0x5e, 0xa9, this.#marks++);
    // What is answered at once has been, then.
    await turn();
    this.send({ type: FrameType.keepAlive, flags: Flag.respond, data: mark });
    const frames: Frame[] = [];
    for (;;) {
      const frame = await this.frame();
      if (frame.type === FrameType.keepAlive && String(frame.data) === String(mark)) return frames;
      frames.push(frame);
    }
  }

  /** Throws away what has come. */
  forget(): void {
    this.#frames.length = 0;
  }

  close(): void {
    this.#wire.close();
  }
}

/** Holds this lane by hand. */
export function laneHand(lane: Lane): Hand {
  const hand = new Hand({
    write(sent) {
      lane.out.raw(sent);
      lane.commit();
    },
    close: () => lane.close(),
  });
  const listener: LaneListener = {
    data: (came) => hand.receive(came),
    drained: () => undefined,
    end: () => hand.end(),
  };
  lane.listen(listener);
  return hand;
}

/** Lets happen whatever needs no time. */
export async function turn(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise((resolve) => void setImmediate(resolve));
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function withLength(frame: Uint8Array): Uint8Array {
  return Uint8Array.from([frame.length >> 16, frame.length >> 8, frame.length, ...frame]);
}

function over(): Error {
  return new Error("expected a frame, got the end of the connection");
}
