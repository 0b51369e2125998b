import { fewKeys, guardKeys, isGuarded, type KeyGuard } from "../key-guard.ts";
import type { Type } from "../type.ts";
import type { JsonReader } from "./reader.ts";

/** Fills a set or map whose size is not known before, and watches that its keys are told apart in time. */
export class KeyFill {
  readonly #into: Set<unknown> | Map<unknown, unknown>;
  readonly #reader: JsonReader;
  readonly #isGuarded: boolean;
  #guard: KeyGuard | undefined;
  #count = 0;

  constructor(into: Set<unknown> | Map<unknown, unknown>, key: Type, reader: JsonReader) {
    this.#into = into;
    this.#reader = reader;
    this.#isGuarded = isGuarded(key);
  }

  /** Returns whether the key is new; of the many in a large container that only `end` knows. */
  add(key: unknown, value?: unknown): boolean {
    this.#count++;
    if (this.#guard !== undefined) {
      this.#guard.add(key, value);
      return true;
    }
    if (this.#into instanceof Map) this.#into.set(key, value);
    else this.#into.add(key);
    if (this.#isGuarded && this.#count === fewKeys) this.#guard = guardKeys(this.#into, this.#reader);
    return this.#into.size === this.#count;
  }

  /** Returns whether all keys were new. */
  end(): boolean {
    this.#guard?.end();
    return this.#into.size === this.#count;
  }
}

/** What an element counts towards the limit; see `Limits`. */
export function weightOf(...types: readonly Type[]): number {
  return types.some(holdsOthers) ? 8 : 1;
}

function holdsOthers({ kind }: Type): boolean {
  return ["list", "set", "map", "struct", "union", "exception"].includes(kind);
}
