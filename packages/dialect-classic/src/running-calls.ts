import type { RunningCall } from "./running-call.ts";

/**
 * The calls that run. Each knows its place, and the last one takes the place of one that ends. Not a `Set`, for the
 * reason that `PendingCalls` is not a `Map`.
 */
export class RunningCalls {
  readonly #calls: RunningCall[] = [];
  /** Bytes of their bodies. */
  bytes = 0;

  get size(): number {
    return this.#calls.length;
  }

  add(call: RunningCall): void {
    call.place = this.#calls.push(call) - 1;
    this.bytes += call.body.length;
  }

  delete(call: RunningCall): void {
    const last = this.#calls.at(-1);
    if (call.place < 0 || last === undefined) return;
    this.#calls[call.place] = last;
    last.place = call.place;
    call.place = -1;
    this.bytes -= call.body.length;
    this.#calls.pop();
  }

  /** All of them, in no order. The list changes as calls come and end. */
  get all(): readonly RunningCall[] {
    return this.#calls;
  }
}
