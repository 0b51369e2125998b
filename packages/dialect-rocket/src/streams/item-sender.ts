import { deadlines, Expiring, type HeaderMap, type Items, now, type Payload } from "@seapink/core";

type ItemIterator = AsyncIterator<Payload, HeaderMap | void>;

/** What a sender does with what its source gives. */
export interface ItemTarget {
  /** Whether an item may be written now; if not, `resume` is called when one may. */
  isFree(sender: ItemSender): boolean;
  /** Writes an item. Throws what is wrong with it. */
  item(payload: Payload): void;
  /** There are no more. */
  complete(): void;
  /** The source failed, or gave what could not be written. */
  fail(error: unknown): void;
  /** The other side has asked for nothing for too long. */
  starved(): void;
}

/** Items that go out on one half of a stream, no faster than they are asked for. */
export class ItemSender extends Expiring {
  readonly #source: ItemIterator;
  readonly #target: ItemTarget;
  readonly #creditTimeoutMs: number;
  #credits = 0;
  #isPulling = false;
  /** What came while nothing could be written. The source works on one item while the lane takes those before. */
  #held: Payload | undefined;
  #isOver = false;

  /** @param creditTimeoutMs how long the other side may ask for nothing */
  constructor(items: Items, target: ItemTarget, creditTimeoutMs: number) {
    super();
    this.#source = iteratorOf(items);
    this.#target = target;
    this.#creditTimeoutMs = creditTimeoutMs;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** The other side asks for so many more. Begins with the first. */
  grant(credits: number): void {
    if (this.#isOver) return;
    this.#credits += credits;
    deadlines.delete(this);
    this.#pull();
  }

  /** The lane has room again. */
  resume(): void {
    const held = this.#held;
    if (held === undefined) return this.#pull();
    if (!this.#target.isFree(this)) return;
    this.#held = undefined;
    this.#send(held);
  }

  #pull(): void {
    if (this.#isPulling || this.#held !== undefined || this.#isOver) return;
    if (this.#credits <= 0) return this.#starve();
    this.#isPulling = true;
    try {
      this.#source.next().then(this.#onItem, this.#onError);
    } catch (error) {
      this.#onError(error);
    }
  }

  #starve(): void {
    if (this.slot < 0) deadlines.add(this, now() + this.#creditTimeoutMs);
  }

  override onExpired(): void {
    this.stop();
    this.#target.starved();
  }

  readonly #onItem = (result: IteratorResult<Payload, HeaderMap | void>): void => {
    this.#isPulling = false;
    if (this.#isOver) return;
    if (!isObject(result))
      return this.#onError(new TypeError(`expected the result of an iterator, got ${typeof result}`));
    if (result.done) return this.#complete();
    this.#credits--;
    if (this.#target.isFree(this)) this.#send(result.value);
    else this.#held = result.value;
  };

  #send(payload: Payload): void {
    if (this.#isOver) return;
    try {
      this.#target.item(payload);
    } catch (error) {
      this.stop();
      return this.#target.fail(error);
    }
    this.#pull();
  }

  readonly #onError = (error: unknown): void => {
    if (this.#isOver) return;
    this.#end();
    this.#target.fail(error);
  };

  #complete(): void {
    this.#end();
    this.#target.complete();
  }

  #end(): void {
    this.#isOver = true;
    deadlines.delete(this);
  }

  /** Ends without a word to the other side: the source is returned, and not waited for. */
  stop(): void {
    if (this.#isOver) return;
    this.#end();
    returned(this.#source).catch(() => undefined);
  }
}

// The first response has been sent: what is wrong with the items is an error of theirs.
function iteratorOf(items: Items): ItemIterator {
  try {
    return items[Symbol.asyncIterator]();
  } catch (error) {
    return { next: () => Promise.reject(error) };
  }
}

// Whoever writes iterators without types may give anything, and nobody catches what is thrown behind a promise.
function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

// Also what it throws before there is a promise becomes a rejection.
async function returned(source: ItemIterator): Promise<void> {
  await source.return?.();
}
