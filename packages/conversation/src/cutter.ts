/** Finds messages in what a lane delivers. Whatever is not handed out yet stays inside. */
export interface Cutter {
  push(bytes: Uint8Array): void;
  /** The next whole message, or `undefined` when more bytes are needed. */
  next(): Uint8Array | undefined;
  /** Whether a message has begun that is not whole yet. */
  readonly isPartial: boolean;
}
