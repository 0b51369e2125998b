import { now } from "./now.ts";

const slotMs = 8;
const slotCount = 1024;
/** One turn of the wheel. A timer cannot wait for weeks; waking once in eight seconds costs nothing. */
const longestSleepMs = slotMs * slotCount;

/**
 * Something that expires. The wheel links entries to each other in place, so that a pending call is its own entry and
 * setting or clearing a deadline allocates nothing. An entry is in at most one wheel.
 */
export abstract class Expiring {
  /** @internal The neighbours in the slot; `undefined` where this entry waits for nothing. */
  before: Expiring | undefined;
  /** @internal */
  after: Expiring | undefined;
  /** @internal */
  slot = -1;
  /** When, in milliseconds of `now()`. */
  expires = 0;

  abstract onExpired(): void;
}

/**
 * Many deadlines, one timer. Entries expire within about 8 ms after their time, never before. The timer does not keep
 * a process alive.
 */
export class TimerWheel {
  readonly #slots: (Expiring | undefined)[] = Array.from({ length: slotCount });
  #count = 0;
  /** The next slot to look at, counted since the clock began. */
  #cursor = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #clock: typeof setTimeout | undefined;
  /** The slot that the timer waits for. */
  #awaited = Number.POSITIVE_INFINITY;

  /** Begins to wait, or changes the time. `Infinity` never expires. */
  add(entry: Expiring, expires: number): void {
    this.delete(entry);
    entry.expires = expires;
    if (expires === Number.POSITIVE_INFINITY) return;
    if (this.#count === 0 || this.#clock !== setTimeout) this.#startClock();
    const slot = Math.max(this.#cursor, Math.ceil(expires / slotMs));
    this.#link(entry, slot % slotCount);
    if (slot < this.#awaited) this.#awaitSlot(slot);
  }

  // Tests swap the clock for one of their own, and back. What was set on another clock will not ring here.
  #startClock(): void {
    this.#clock = setTimeout;
    this.#cursor = Math.floor(now() / slotMs);
    this.#awaited = Number.POSITIVE_INFINITY;
  }

  /** Waits no longer; nothing happens if the entry was not waiting. */
  delete(entry: Expiring): void {
    if (entry.slot < 0) return;
    if (entry.before === undefined) this.#slots[entry.slot] = entry.after;
    else entry.before.after = entry.after;
    if (entry.after !== undefined) entry.after.before = entry.before;
    entry.before = undefined;
    entry.after = undefined;
    entry.slot = -1;
    if (--this.#count === 0) this.#stop();
  }

  #link(entry: Expiring, slot: number): void {
    const first = this.#slots[slot];
    entry.slot = slot;
    entry.after = first;
    if (first !== undefined) first.before = entry;
    this.#slots[slot] = entry;
    this.#count++;
  }

  // Where nothing waits there is no timer either.
  #stop(): void {
    clearTimeout(this.#timer);
    this.#awaited = Number.POSITIVE_INFINITY;
  }

  #awaitSlot(slot: number): void {
    this.#awaited = slot;
    clearTimeout(this.#timer);
    const timer = setTimeout(
      () => this.#turn(),
      Math.min(longestSleepMs, Math.max(0, Math.ceil(slot * slotMs - now()))),
    );
    // Node's timers have `unref`, browsers' are numbers.
    if (typeof timer === "object") (timer as { unref(): void }).unref();
    this.#timer = timer;
  }

  /** Expires all that is due, then waits for the next slot that has anything, or for nothing. */
  #turn(): void {
    this.#awaited = Number.POSITIVE_INFINITY;
    const time = now();
    const last = Math.floor(time / slotMs);
    const first = Math.max(this.#cursor, last - slotCount + 1);
    this.#cursor = last + 1;
    for (let slot = first; slot <= last; slot++) this.#expire(slot % slotCount, time);
    const next = this.#nextSlot();
    if (next !== undefined && next < this.#awaited) this.#awaitSlot(next);
  }

  // Entries of a later turn of the wheel share the slot; an expired entry may add and delete others.
  #expire(slot: number, time: number): void {
    const due: Expiring[] = [];
    for (let entry = this.#slots[slot]; entry !== undefined; entry = entry.after)
      if (entry.expires <= time) due.push(entry);
    for (const entry of due) {
      if (entry.slot !== slot || entry.expires > time) continue;
      this.delete(entry);
      expire(entry);
    }
  }

  #nextSlot(): number | undefined {
    if (this.#count === 0) return undefined;
    for (let slot = this.#cursor; slot < this.#cursor + slotCount; slot++) {
      if (this.#slots[slot % slotCount] !== undefined) return slot;
    }
    return undefined;
  }
}

/** An entry that fails must not keep the others waiting; its error goes where uncaught ones go. */
function expire(entry: Expiring): void {
  try {
    entry.onExpired();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** The wheel that all calls share. */
export const deadlines: TimerWheel = new TimerWheel();

class Alarm extends Expiring {
  readonly onExpired: () => void;

  constructor(onExpired: () => void) {
    super();
    this.onExpired = onExpired;
  }
}

/** Calls back after this time, once, unless `deadlines.delete` takes it back. */
export function alarm(delayMs: number, onExpired: () => void): Expiring {
  const entry = new Alarm(onExpired);
  deadlines.add(entry, now() + delayMs);
  return entry;
}
