import { describe, expect, test } from "vitest";
import { sameValue } from "../src/same-value.ts";

const values: readonly unknown[] = [
  0,
  -0,
  1,
  1n,
  Number.NaN,
  true,
  "",
  "1",
  null,
  undefined,
  [],
  [1],
  [1, 2],
  [[]],
  [undefined],
  {},
  { a: 1 },
  { a: 2 },
  { b: 1 },
  { a: undefined },
  { a: 1, b: 1 },
  new Uint8Array(0),
  Uint8Array.of(1),
  Uint8Array.of(2),
];

describe("values", () => {
  test.each(values)("are the same as themselves: %o", (value) => {
    expect(sameValue(value, value)).toBe(true);
    expect(sameValue(value, structuredClone(value))).toBe(true);
  });

  test("are not the same as any other", () => {
    const wrong = values.flatMap((a, i) => values.filter((b, j) => i !== j && sameValue(a, b)).map((b) => [a, b]));
    expect(wrong).toStrictEqual([]);
  });
});
