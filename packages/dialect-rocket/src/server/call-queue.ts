import type { ServerCall } from "./server-call.ts";

/** What a waiting call takes besides its body. */
const callBytes = 256;

/** What waits behind calls: another call, or something that must not overtake them. */
export type Waiting = ServerCall | (() => void);

/** Calls that wait until others are done, in their order. */
export class CallQueue {
  #waiting: (Waiting | undefined)[] = [];
  #first = 0;
  #bytes = 0;

  get isEmpty(): boolean {
    return this.#first === this.#waiting.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  push(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#bytes += sizeOf(waiting);
  }

  /** The next, if there is any. */
  shift(): Waiting | undefined {
    if (this.isEmpty) return undefined;
    const waiting = this.#waiting[this.#first] as Waiting;
    this.#waiting[this.#first++] = undefined;
    this.#bytes -= sizeOf(waiting);
    if (2 * this.#first > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
    return waiting;
  }
}

function sizeOf(waiting: Waiting): number {
  return typeof waiting === "function" ? callBytes : callBytes + waiting.bytes;
}
