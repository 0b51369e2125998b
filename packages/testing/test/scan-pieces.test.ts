import type { Scanner } from "@seapink/core";
import { scanPieces } from "@seapink/testing";
import { expect, test } from "vitest";

/** A scanner that answers so, piece by piece. */
function answering(...ends: readonly (number | undefined)[]): Scanner {
  const left = [...ends];
  return { push: () => left.shift() };
}

const two = [new Uint8Array(1), new Uint8Array(2)];

test("gives the end in the last piece, and refuses one before", () => {
  expect(scanPieces(answering(undefined, 2), two)).toBe(2);
  expect(scanPieces(answering(undefined, undefined), two)).toBe(undefined);
  expect(() => scanPieces(answering(1, 2), two)).toThrow("expected 1 to be undefined");
});
