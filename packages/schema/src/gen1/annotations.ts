import type { Annotations } from "../type.ts";

/** Annotations as generated code writes them: each key with its values. */
export function annotations(...entries: readonly (readonly [key: string, ...values: string[]])[]): Annotations {
  return new Map(entries.map(([key, ...values]) => [key, values]));
}
