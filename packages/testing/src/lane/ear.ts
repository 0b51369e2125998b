import type { Lane, LaneListener, ThriftError } from "@seapink/core";

/** Remembers what a lane told it. */
export class Ear implements LaneListener {
  readonly pieces: Uint8Array[] = [];
  readonly copies: Uint8Array[] = [];
  readonly texts: boolean[] = [];
  readonly ends: (ThriftError | undefined)[] = [];
  byteCount = 0;
  drainCount = 0;
  /** Called with each piece after it was remembered. */
  onData: (bytes: Uint8Array) => void = () => undefined;
  #waiting: (() => void)[] = [];

  constructor(lane: Lane | undefined) {
    lane?.listen(this);
  }

  data(bytes: Uint8Array, text: boolean): void {
    this.pieces.push(bytes);
    this.copies.push(bytes.slice());
    this.texts.push(text);
    this.byteCount += bytes.length;
    this.#tell();
    this.onData(bytes);
  }

  drained(): void {
    this.drainCount++;
    this.#tell();
  }

  end(error: ThriftError | undefined): void {
    this.ends.push(error);
    this.#tell();
  }

  #tell(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const look of waiting) look();
  }

  /** Resolves when this is true. It never is after a defect, so that the test runs out of time. */
  until(isTrue: (ear: Ear) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => (isTrue(this) ? resolve() : void this.#waiting.push(look));
      look();
    });
  }

  bytes(count: number): Promise<void> {
    return this.until((ear) => ear.byteCount >= count);
  }

  ended(): Promise<void> {
    return this.until((ear) => ear.ends.length > 0);
  }
}
