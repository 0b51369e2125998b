import { once } from "node:events";
import type { Socket } from "node:net";
import { ByteWriter, defaultLimits, MessageType } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { codecOf } from "@seapink/schema";
import { workloads } from "../codec/workloads.ts";
import type { EchoClient } from "./echo-subject.ts";
import { echo } from "./media-echo.ts";

/** Sends the bytes of our request, and counts whole frames of what comes back. Nothing is read. */
export class FrameEcho implements EchoClient {
  readonly #socket: Socket;
  readonly #coalesces: boolean;
  readonly #frame: Buffer = requestFrame();
  /** As many frames as were ever sent at once. */
  #frames: Buffer = this.#frame;
  #unsent = 0;
  #receivedBytes = 0;
  #waiting: (() => void)[] = [];

  constructor(socket: Socket, coalesces: boolean) {
    this.#socket = socket;
    this.#coalesces = coalesces;
  }

  async check(): Promise<void> {
    this.#socket.write(this.#frame);
    const pieces: Uint8Array[] = [];
    for (let size = 0; size < this.#frame.length; size += pieces.at(-1)?.length ?? 0) {
      const [piece] = (await once(this.#socket, "data")) as [Uint8Array];
      pieces.push(piece);
    }
    if (!this.#frame.equals(Buffer.concat(pieces))) throw new Error("expected the bytes that were sent, got others");
    this.#socket.on("data", (bytes) => this.#count(bytes.length));
  }

  call(answered: () => void, failed: (error: unknown) => void): void {
    if (this.#socket.errored !== null) return failed(this.#socket.errored);
    this.#waiting.push(answered);
    if (!this.#coalesces) this.#socket.write(this.#frame);
    else if (this.#unsent++ === 0) setImmediate(() => this.#flush());
  }

  #flush(): void {
    const bytes = this.#unsent * this.#frame.length;
    if (this.#frames.length < bytes) this.#frames = Buffer.alloc(bytes, this.#frame);
    this.#socket.write(this.#frames.subarray(0, bytes));
    this.#unsent = 0;
  }

  #count(bytes: number): void {
    this.#receivedBytes += bytes;
    const frames = Math.floor(this.#receivedBytes / this.#frame.length);
    this.#receivedBytes -= frames * this.#frame.length;
    for (const answered of this.#waiting.splice(0, frames)) answered();
  }
}

function requestFrame(): Buffer {
  const out = new ByteWriter();
  const writer = binary().writer(out, defaultLimits);
  out.i32(0);
  writer.messageBegin(echo.wireName, MessageType.call, 1);
  codecOf(echo.args).write(writer, { content: workloads.media });
  writer.messageEnd();
  out.patchI32(0, out.length - 4);
  return Buffer.from(out.take());
}
