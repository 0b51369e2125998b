import type { StageOptions } from "./stage.ts";

/** Ways on which the same must arrive. */
export const ways: readonly (readonly [name: string, options: StageOptions])[] = [
  ["directly", {}],
  ["through a proxy", { isProxied: true }],
  ["in pieces of one byte", { pieceBytes: 1 }],
  ["in pieces of seven bytes", { pieceBytes: 7 }],
];
