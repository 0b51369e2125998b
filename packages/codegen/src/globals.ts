import type { GlobalName } from "@seapink/schema/internal";

/** What JavaScript and TypeScript have everywhere, as far as it is written. */
export type Global = GlobalName | "Error" | "ErrorOptions" | "Omit" | "Record";

const all: Readonly<Record<Global | "Infinity" | "NaN", true>> = {
  Array: true,
  Error: true,
  ErrorOptions: true,
  Infinity: true,
  Map: true,
  NaN: true,
  Omit: true,
  Record: true,
  Set: true,
  Uint8Array: true,
};

/** Names that no import has, since code means something else by them. */
export const globalNames: readonly string[] = Object.keys(all);
