/** What a text may demand of whoever reads it. */
export interface IdlLimits {
  /** How deep types and constants may nest, typedefs and constants that they name included; and services extend. */
  readonly maxDepth: number;
  /** How many errors, and how many warnings, are collected before parsing stops. */
  readonly maxDiagnostics: number;
  /** How many values there may be in all constants and defaults, and in each with those that it names. */
  readonly maxValues: number;
  readonly maxFiles: number;
  /** How many bytes each file may have as UTF-8. */
  readonly maxFileBytes: number;
}

export const defaultIdlLimits: IdlLimits = Object.freeze({
  maxDepth: 64,
  maxDiagnostics: 100,
  maxValues: 1_000_000,
  maxFiles: 1000,
  maxFileBytes: 16 * 1024 * 1024,
});
