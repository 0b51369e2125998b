import { pieces, splits } from "@seapink/testing";
import { describe, expect, test } from "vitest";

const counted = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => i);
const sizes = (chunks: readonly Uint8Array[]): number[] => chunks.map((chunk) => chunk.length);

describe("the splits of bytes", () => {
  test("are the whole, each byte alone, and each cut in two", () => {
    expect([...splits(counted(4))].map(sizes)).toStrictEqual([[4], [1, 1, 1, 1], [1, 3], [2, 2], [3, 1]]);
  });

  test("hold all bytes in order", () => {
    for (const chunks of splits(counted(9))) {
      expect(Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))).toStrictEqual(counted(9));
    }
  });

  test("have memory of their own", () => {
    const bytes = counted(3);
    const all = [...splits(bytes)].flat();
    bytes.fill(9);
    expect(all.some((chunk) => chunk.includes(9))).toBe(false);
    expect(new Set(all.map((chunk) => chunk.buffer)).size).toBe(all.length);
  });
});

describe("pieces", () => {
  test("have the sizes given, again and again", () => {
    expect(sizes(pieces(counted(10), [1, 3]))).toStrictEqual([1, 3, 1, 3, 1, 1]);
    expect(sizes(pieces(counted(3), [2, 0]))).toStrictEqual([2, 0, 1]);
    expect(pieces(counted(0), [1])).toStrictEqual([]);
  });

  test.each([[[]], [[0]], [[-1, 0]]])("cannot have the sizes %j", (sizes) => {
    expect(() => pieces(counted(3), sizes)).toThrow(RangeError);
  });
});
