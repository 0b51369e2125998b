import type { ServerCall } from "./server-call.ts";

const fewSlots = 16;
const mostSlots = 4096;

/**
 * The calls of a connection, by their stream ids. A client counts them up, so that nearly each has a slot to itself; what
 * finds its slot taken is in a `Map`, which for all of them would leave much garbage (see `PendingTable`).
 */
export class CallTable {
  #slots: (ServerCall | undefined)[] = emptySlots(fewSlots);
  readonly #others: Map<number, ServerCall> = new Map();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(streamId: number): ServerCall | undefined {
    const call = this.#slots[this.#slotOf(streamId)];
    if (call?.streamId === streamId) return call;
    return this.#others.size === 0 ? undefined : this.#others.get(streamId);
  }

  /** Takes in one whose stream id is not in use. */
  add(call: ServerCall): void {
    if (2 * ++this.#size > this.#slots.length && this.#slots.length < mostSlots) this.#grow();
    this.#place(call);
  }

  #place(call: ServerCall): void {
    const slot = this.#slotOf(call.streamId);
    if (this.#slots[slot] === undefined) this.#slots[slot] = call;
    else this.#others.set(call.streamId, call);
  }

  #grow(): void {
    const calls = this.all();
    this.#slots = emptySlots(2 * this.#slots.length);
    this.#others.clear();
    for (const call of calls) this.#place(call);
  }

  delete(call: ServerCall): void {
    const slot = this.#slotOf(call.streamId);
    if (this.#slots[slot] === call) this.#slots[slot] = undefined;
    else if (this.#others.get(call.streamId) === call) this.#others.delete(call.streamId);
    else return;
    this.#size--;
  }

  /** All of them, as they are now. */
  all(): readonly ServerCall[] {
    return [...this.#slots.filter((call) => call !== undefined), ...this.#others.values()];
  }

  #slotOf(streamId: number): number {
    return (streamId >>> 1) & (this.#slots.length - 1);
  }
}

function emptySlots(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}
