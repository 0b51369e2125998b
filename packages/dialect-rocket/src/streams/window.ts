/** How far a sender of items may be ahead of their consumer. */
export interface StreamWindow {
  /** How many items are asked for at first, before their size is known. Default 32. */
  readonly initialItems: number;
  /** How many may be under way or wait, however small. Default 4096. */
  readonly items: number;
  /** About as many bytes of items may be under way or wait. Default 1 MiB; one item is always asked for. */
  readonly bytes: number;
}

export const defaultWindow: StreamWindow = Object.freeze({ initialItems: 32, items: 4096, bytes: 1_048_576 });

/** How much one more item changes what is thought of the size of the next. */
const weight = 1 / 8;

/**
 * How many items a consumer asks for, and when. It begins with few; while the consumer takes all that comes, it asks
 * for twice as many, as long as what it has seen of them would fit into the bytes. It asks again when half of them
 * have been taken, so that one frame asks for many.
 */
export class Demand {
  readonly #window: StreamWindow;
  #target: number;
  /** How many were asked for and have not come. */
  #outstanding: number;
  /** How many have come and have not been taken. */
  #waiting = 0;
  #itemBytes = 0;
  #wasEmpty = false;

  constructor(window: StreamWindow) {
    this.#window = window;
    this.#target = this.initialItems;
    this.#outstanding = this.#target;
  }

  /** How many are asked for at first. */
  get initialItems(): number {
    return Math.min(this.#window.initialItems, this.#window.items);
  }

  /** Whether one was asked for that has not come. */
  get isWaiting(): boolean {
    return this.#outstanding > 0;
  }

  /** One came. Returns whether that can be: C++ sends one of bidi more than it was asked for. */
  came(bytes: number): boolean {
    this.#outstanding--;
    this.#waiting++;
    this.#itemBytes = this.#itemBytes === 0 ? bytes : this.#itemBytes + (bytes - this.#itemBytes) * weight;
    return this.#outstanding >= -1;
  }

  /** The consumer takes one. */
  taken(): void {
    if (--this.#waiting === 0) this.#wasEmpty = true;
  }

  /** How many more to ask for now; 0 if it is too early. */
  next(): number {
    const ahead = this.#outstanding + this.#waiting;
    if (2 * ahead > this.#target) return 0;
    this.#adapt();
    const more = this.#target - ahead;
    this.#outstanding += Math.max(0, more);
    return Math.max(0, more);
  }

  #adapt(): void {
    const { items, bytes } = this.#window;
    const fitting = Math.max(1, Math.min(items, Math.floor(bytes / Math.max(1, this.#itemBytes))));
    this.#target = Math.min(fitting, this.#wasEmpty ? 2 * this.#target : this.#target);
    this.#wasEmpty = false;
  }
}
