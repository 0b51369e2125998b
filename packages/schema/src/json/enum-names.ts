import type { EnumType } from "../type.ts";

const digits = /^-?\d+$/;

/** The names and numbers of an enum; what looks like a number is no name. */
export class EnumNames {
  readonly numbers: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<number, string>;

  constructor({ values }: EnumType) {
    const entries = [...values].filter(([name]) => !digits.test(name));
    this.numbers = new Map(entries);
    // The first of several names of a number stays.
    this.names = new Map(entries.toReversed().map(([name, number]) => [number, name]));
  }
}
