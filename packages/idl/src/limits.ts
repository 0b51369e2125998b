import { describeValue } from "@seapink/core";

/** What a text may demand of whoever reads it. */
export interface IdlLimits {
  /**
   * How deep types nest, typedefs that they name included; how deep constants nest as they are written, and four times
   * as deep with those that they name; and how many services extend each other.
   */
  readonly maxDepth: number;
  /** How many errors, and how many warnings, are collected before parsing stops. */
  readonly maxDiagnostics: number;
  /** How many values there may be in all constants and defaults, and in each with those that it names. */
  readonly maxValues: number;
  /** How many methods all services may have, each with those that it inherits. */
  readonly maxMethods: number;
  readonly maxFiles: number;
  /** How many bytes each file may have as UTF-8. */
  readonly maxFileBytes: number;
}

export const defaultIdlLimits: IdlLimits = Object.freeze({
  maxDepth: 64,
  maxDiagnostics: 100,
  maxValues: 1_000_000,
  maxMethods: 1_000_000,
  maxFiles: 1000,
  maxFileBytes: 16 * 1024 * 1024,
});

/**
 * The defaults with some replaced. Each must be a positive number; `Infinity` lifts a limit, for those who mean it.
 * @throws RangeError naming the limit
 */
export function idlLimits(changes: Partial<IdlLimits> = {}): IdlLimits {
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(defaultIdlLimits, name)) throw new RangeError(`expected a limit that there is, got ${name}`);
    if (!(typeof value === "number" && value > 0)) {
      throw new RangeError(`expected limits.${name} to be a positive number, got ${describeValue(value)}`);
    }
  }
  return { ...defaultIdlLimits, ...changes };
}
