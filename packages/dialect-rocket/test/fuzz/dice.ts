/** Chance that can be had again (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 up to, and without, this. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  }

  /** True once in so many times. */
  once(inTimes: number): boolean {
    return this.below(inTimes) === 0;
  }

  of<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new RangeError("expected choices, got none");
    return choice;
  }

  /** The same bytes, or a few others. */
  mutated(bytes: Uint8Array): Uint8Array {
    const changed = this.once(8) ? bytes.slice(0, this.below(bytes.length + 1)) : bytes.slice();
    for (let i = this.below(3); i >= 0 && changed.length > 0; i--)
      changed[this.below(changed.length)] = this.below(256);
    return changed;
  }
}
