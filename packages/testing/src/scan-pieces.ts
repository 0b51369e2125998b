import type { Scanner } from "@seapink/core";
import { expect } from "vitest";

/** The end that the last piece brings, and no piece before it. */
export function scanPieces(scanner: Scanner, pieces: readonly Uint8Array[]): number | undefined {
  let end: number | undefined;
  for (const piece of pieces) {
    expect(end).toBe(undefined);
    end = scanner.push(piece);
  }
  return end;
}
