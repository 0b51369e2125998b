import { now, ProtocolError } from "@seapink/core";
import type { Type } from "./type.ts";

// Engines seed the hashes of strings, but not those of numbers and bigints: whoever knows the engine can send keys that
// all have the same, and each is then compared with all before it. 70 000 such i64 would take ten seconds and more. No
// other hash is to be had, so that the clock decides: inserting may take so much time for each key, and a little more.

// Codecs that were compiled ahead of time have these two numbers in them: they may become others, but `KeyGuard` is then
// still asked as often as these say.
/** Sets and maps of no more keys are filled without being watched: the worst ones take half a millisecond. */
export const fewKeys = 256;
/** After so many keys one looks at the clock. A power of two. */
export const keysInARow = 256;

/** Ten times what a key takes; what is used of it less makes up for what is late, before or after. */
const allowedMs = 0.002;
const mostLateMs = 25;
/** Pauses of the machine or of the garbage collector, and hash tables that grow, which are not counted. */
const mostStalls = 16;

/** Whether keys of this type can be chosen so that they hash alike. Those of 16 bits are too few. */
export function isGuarded({ kind }: Type): boolean {
  return kind === "i32" || kind === "i64" || kind === "enum" || kind === "double" || kind === "float";
}

/** Whoever reads one message, from bytes or from text. */
interface Reader {
  readonly offset: number;
}

/** The time that all sets and maps of one message may take: so much for each key, and a little besides. */
export class KeyBudget {
  /** Set once keys were late, or what was read between them was: from then on, inserting is timed by itself. */
  isExact = false;
  /** Below zero while there was more time than it took. A machine with much else to do is away again and again. */
  #lateMs = 0;
  #stalls = 0;

  /** Takes note of keys that were read and inserted in so much time. */
  watch(keys: number, ms: number): void {
    const lateMs = ms - keys * allowedMs;
    if (lateMs > 0) this.isExact = true;
    // Also reading is in it, which may be late: that is not counted.
    else this.#lateMs += lateMs;
  }

  /** Takes note of keys that were inserted in so much time. Returns whether that was too long. */
  spend(keys: number, ms: number): boolean {
    const lateMs = ms - keys * allowedMs;
    if (lateMs > mostLateMs && this.#stalls < mostStalls) {
      this.#stalls++;
      return false;
    }
    this.#lateMs += lateMs;
    return this.#lateMs > mostLateMs;
  }
}

/**
 * What codecs that were compiled ahead of time call, as long as there is `gen1`: all four methods, in the order that
 * is told here. Watches how a set or map of many keys is filled: by its owner, who asks `exactNext` after every `keysInARow`, and once
 * that answers, by `add`, which inserts a few at a time, since one insertion by itself is too short to time.
 */
export class KeyGuard {
  readonly #into: Set<unknown> | Map<unknown, unknown>;
  readonly #reader: Reader;
  readonly #budget: KeyBudget;
  readonly #clock: () => number;
  readonly #keys: unknown[] = [];
  readonly #values: unknown[] = [];
  #count = 0;
  #began: number;

  constructor(
    into: Set<unknown> | Map<unknown, unknown>,
    reader: Reader,
    budget: KeyBudget,
    clock: () => number = now,
  ) {
    this.#into = into;
    this.#reader = reader;
    this.#budget = budget;
    this.#clock = clock;
    this.#began = clock();
  }

  /** Itself, if keys are to be given to `add`: at the beginning, */
  exactFirst(): KeyGuard | undefined {
    return this.#budget.isExact ? this : undefined;
  }

  /** and after each `keysInARow` that were not. */
  exactNext(): KeyGuard | undefined {
    const at = this.#clock();
    this.#budget.watch(keysInARow, at - this.#began);
    this.#began = at;
    return this.exactFirst();
  }

  add(key: unknown, value?: unknown): void {
    this.#keys[this.#count] = key;
    this.#values[this.#count] = value;
    if (++this.#count === keysInARow) this.end();
  }

  /** Inserts what `add` was given last. */
  end(): void {
    const began = this.#clock();
    if (this.#into instanceof Map) this.#fillMap(this.#into);
    else this.#fillSet(this.#into);
    const isLate = this.#budget.spend(this.#count, this.#clock() - began);
    this.#count = 0;
    if (isLate) collide(this.#reader);
  }

  #fillMap(map: Map<unknown, unknown>): void {
    for (let i = 0; i < this.#count; i++) map.set(this.#keys[i], this.#values[i]);
  }

  #fillSet(set: Set<unknown>): void {
    for (let i = 0; i < this.#count; i++) set.add(this.#keys[i]);
  }
}

function collide({ offset }: Reader): never {
  const message = "expected keys whose hashes differ, got many that are slow to tell apart";
  throw new ProtocolError("size_limit", message, { offset });
}

const budgets: WeakMap<Reader, KeyBudget> = new WeakMap();

/** For a set or map of more than `fewKeys`. A reader reads one message. */
export function guardKeys(into: Set<unknown> | Map<unknown, unknown>, reader: Reader): KeyGuard {
  let budget = budgets.get(reader);
  if (budget === undefined) budgets.set(reader, (budget = new KeyBudget()));
  return new KeyGuard(into, reader, budget);
}
