import type { FileHandle } from "node:fs/promises";
import { ApplicationError } from "@seapink/core";
import type { Context } from "@seapink/rpc";
import { Chunks, type ChunkSource } from "./chunks.ts";
import type { FileAccessHandler, FileAccessMethods } from "./gen/fileserver.ts";
import { Turns } from "./turns.ts";

/**
 * A file that a client has open: the interaction `FileAccess`. Calls have their effect one after another, in the order
 * in which they came: one behind a read waits until all of that has been taken, or it has been left.
 */
export class OpenFile implements FileAccessHandler {
  readonly #handle: FileHandle;
  readonly #onClosed: () => void;
  readonly #turns = new Turns();
  #position = 0;

  constructor(handle: FileHandle, onClosed: () => void) {
    this.#handle = handle;
    this.#onClosed = onClosed;
  }

  /** Moves the position, also beyond the end, where there is nothing to read. Returns where it is then. */
  async seek({ delta }: FileAccessMethods["seek"]["args"], { signal }: Context): Promise<bigint> {
    const turn = this.#turns.take();
    try {
      await turn.wait(signal);
      return this.#move(delta);
    } finally {
      turn.end();
    }
  }

  #move(delta: number): bigint {
    if (!(this.#position + delta >= 0)) {
      const expected = `expected at least ${-this.#position}, which leads to the start, got ${delta}`;
      throw new ApplicationError("protocol_error", `delta: ${expected}`);
    }
    this.#position += delta;
    return BigInt(this.#position);
  }

  /**
   * Streams at most so many bytes from the position on, in chunks of at most 64 KiB. The position moves with each chunk
   * that is given out; a read that is left before its end moves it no further.
   */
  read({ bytes }: FileAccessMethods["read"]["args"], { signal }: Context): AsyncIterable<Uint8Array> {
    if (!(bytes > 0)) throw new ApplicationError("protocol_error", `bytes: expected more than 0, got ${bytes}`);
    return new Chunks(bytes, { source: this.#source, turn: this.#turns.take(), signal });
  }

  readonly #source: ChunkSource = {
    read: async (into) => (await this.#handle.read(into, 0, into.length, this.#position)).bytesRead,
    advance: (bytes) => {
      this.#position += bytes;
    },
  };

  async onTermination(): Promise<void> {
    this.#onClosed();
    await this.#handle.close();
  }
}
