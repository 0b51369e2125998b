import type { Turn } from "./turns.ts";

/** As many bytes are read at once. */
const maxChunkBytes = 65_536;

/** What chunks are taken of. */
export interface ChunkSource {
  /** Fills memory with the next bytes. Resolves with how many; none at the end. */
  read(into: Uint8Array): Promise<number>;
  /** They have been given out, and will not be read again. */
  advance(bytes: number): void;
}

const over: IteratorResult<Uint8Array, undefined> = { done: true, value: undefined };

interface ChunksOptions {
  readonly source: ChunkSource;
  readonly turn: Turn;
  /** Ends the read, even if nobody asks for another chunk. */
  readonly signal: AbortSignal;
}

/**
 * A read of an open file: chunks of it, when its turn has come. What is not asked for is not read. Not a generator, since
 * one that waits for its turn could not be left, nor one that was never begun.
 */
export class Chunks implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #turn: Turn;
  readonly #source: ChunkSource;
  readonly #signal: AbortSignal;
  /** Settles when the read is left or aborted. */
  readonly #ending: PromiseWithResolvers<void> = Promise.withResolvers();
  #bytesLeft: number;
  #isOver = false;
  /** Of all chunks: whoever asks for one has written the one before it, or copied it. */
  #memory: Uint8Array | undefined;
  #hasBegun = false;
  #before: Promise<unknown> = Promise.resolve();

  constructor(bytes: number, { source, turn, signal }: ChunksOptions) {
    this.#bytesLeft = bytes;
    this.#turn = turn;
    this.#source = source;
    this.#signal = signal;
    // Nobody may be there to be told.
    this.#ending.promise.catch(() => undefined);
    signal.addEventListener("abort", this.#onAbort);
    if (signal.aborted) this.#onAbort();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Uint8Array, undefined>> {
    const next = this.#before.then(() => this.#next());
    this.#before = next.catch(() => undefined);
    return next;
  }

  async #next(): Promise<IteratorResult<Uint8Array, undefined>> {
    // Each race would leave something behind on what outlives it.
    if (!this.#hasBegun) await Promise.race([this.#ending.promise, this.#turn.begun]);
    this.#hasBegun = true;
    if (this.#isOver || this.#bytesLeft === 0) return this.return();
    try {
      const chunk = await this.#read();
      if (this.#isOver || chunk.length === 0) return await this.return();
      this.#bytesLeft -= chunk.length;
      this.#source.advance(chunk.length);
      return { done: false, value: chunk };
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  // A buffer for each chunk would keep the collector busy for half of the time.
  async #read(): Promise<Uint8Array> {
    const most = Math.min(this.#bytesLeft, maxChunkBytes);
    this.#memory ??= new Uint8Array(most);
    const bytes = await this.#source.read(this.#memory.subarray(0, most));
    return this.#memory.subarray(0, bytes);
  }

  return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#ending.resolve();
    this.#end();
    return Promise.resolve(over);
  }

  readonly #onAbort = (): void => {
    this.#ending.reject(this.#signal.reason);
    this.#end();
  };

  #end(): void {
    this.#isOver = true;
    this.#turn.end();
    this.#signal.removeEventListener("abort", this.#onAbort);
  }
}
