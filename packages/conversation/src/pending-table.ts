/** What waits under a number. */
interface Numbered {
  readonly seqid: number;
}

/**
 * What waits for answers, found by its sequence id. Each has the slot that the low bits of its id name, and
 * ids whose slot is taken are left out. It does not shrink: the most calls that may wait by default take 1 MiB.
 *
 * Not a `Map`: each time one makes room it leaves a table behind that points to the next. Once V8 has moved such a table
 * to its old generation, all later ones outlive their use, with the calls in them. Measured on Node 24 with 64 calls in
 * flight: a quarter of the time went to collecting them.
 */
export class PendingTable<Call extends Numbered> {
  #slots: (Call | undefined)[] = emptySlots(64);
  #seqid: number;
  #size = 0;
  readonly #largest: number;

  /**
   * @param largest the largest number, one less than a power of two; behind it they begin anew
   * @param first the number that is given out first
   */
  constructor(largest = 0x7fff_ffff, first = 1) {
    this.#largest = largest;
    this.#seqid = first - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The id for the next call. It is free until that call is added. */
  nextSeqid(): number {
    if (2 * this.#size >= this.#slots.length) this.#grow();
    do this.#seqid = (this.#seqid + 1) & this.#largest;
    while (this.#slots[this.#slotOf(this.#seqid)] !== undefined);
    return this.#seqid;
  }

  add(call: Call): void {
    this.#slots[this.#slotOf(call.seqid)] = call;
    this.#size++;
  }

  get(seqid: number): Call | undefined {
    const call = this.#slots[this.#slotOf(seqid)];
    return call?.seqid === seqid ? call : undefined;
  }

  delete(call: Call): void {
    if (this.get(call.seqid) !== call) return;
    this.#slots[this.#slotOf(call.seqid)] = undefined;
    this.#size--;
  }

  /** All of them, as they are now. */
  all(): readonly Call[] {
    return this.#slots.filter((call) => call !== undefined);
  }

  #slotOf(seqid: number): number {
    return seqid & (this.#slots.length - 1);
  }

  #grow(): void {
    const calls = this.all();
    this.#slots = emptySlots(2 * this.#slots.length);
    for (const call of calls) this.#slots[this.#slotOf(call.seqid)] = call;
  }
}

function emptySlots(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}
