import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeInteger, writeThousandths } from "../src/digits.ts";

const bytes = new Uint8Array(40);

function written(write: (value: number, bytes: Uint8Array, at: number) => number, value: number): string {
  return String.fromCharCode(...bytes.subarray(3, write(value, bytes, 3)));
}

describe("integers", () => {
  const edges = [0, 9, 10, 99, 100, 999_999_999, 1_000_000_000, 2 ** 31, Number.MAX_SAFE_INTEGER];

  test.each(edges.flatMap((value) => [value, -value - 1]))("%d", (value) => {
    expect(written(writeInteger, value)).toBe(String(value));
  });

  test("any", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => written(writeInteger, value) === String(value)));
  });
});

describe("thousandths", () => {
  test.each([1, 10, 100, 5, 50, 500, 1001, 1010, 1100, 999, -1, -500, -1250, 2 ** 31 - 1, -(2 ** 31)])(
    "%d",
    (value) => {
      expect(written(writeThousandths, value)).toBe(String(value / 1000));
    },
  );

  test("any that has a fraction", () => {
    const fractions = fc.integer().filter((value) => value % 1000 !== 0);
    fc.assert(
      fc.property(fractions, (value) => written(writeThousandths, value) === String(value / 1000)),
      { numRuns: 20_000 },
    );
  });
});
