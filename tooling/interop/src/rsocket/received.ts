import type { Payload } from "rsocket-core";

/** What a stream of the library has brought so far, and how it ended. */
export class Received {
  readonly payloads: Payload[] = [];
  /** Resolves with how it ended. */
  readonly ended: Promise<Error | "complete">;
  /** How many items our side has asked for. */
  asked = 0;
  isCancelled = false;
  readonly #end: (how: Error | "complete") => void;
  readonly #waiting: Set<() => void> = new Set();

  constructor() {
    const { promise, resolve } = Promise.withResolvers<Error | "complete">();
    this.ended = promise;
    this.#end = resolve;
  }

  onNext(payload: Payload, isComplete: boolean): void {
    this.payloads.push(payload);
    if (isComplete) this.onComplete();
    this.#wake();
  }

  onError(error: Error): void {
    this.#end(error);
  }

  onComplete(): void {
    this.#end("complete");
  }

  onExtension(): void {}

  request(n: number): void {
    this.asked += n;
    this.#wake();
  }

  cancel(): void {
    this.isCancelled = true;
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Resolves when it is so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.add(resolve);
      await promise;
      this.#waiting.delete(resolve);
    }
  }

  count(payloads: number): Promise<void> {
    return this.until(() => this.payloads.length >= payloads);
  }
}
