import { BoundedReader, defaultLimits, ViewCache } from "@seapink/core";
import { describe, expect, test } from "vitest";

/** A reader of which only `copy` is of interest here. */
class Reader extends BoundedReader {
  constructor(bytes: Uint8Array) {
    super(bytes, new ViewCache(), defaultLimits, 1);
  }

  listBegin(): number {
    return 0;
  }
}

describe.each([
  ["most of its buffer", 3000, 5000],
  ["half of it", 2500, 5000],
  ["a small part of it", 2000, 50_000],
])("bytes that are %s", (what, size, all) => {
  const isView = what === "most of its buffer";

  test.each([
    [false, false],
    [true, isView],
  ])("where sharing is %j are a view: %j", (sharesBytes, expected) => {
    const bytes = Uint8Array.from({ length: all }, (_, i) => i % 251);
    const reader = new Reader(bytes);
    reader.sharesBytes = sharesBytes;
    const copy = reader.copy(size);
    expect(copy).toEqual(bytes.slice(0, size));
    expect(copy.buffer === bytes.buffer).toBe(expected);
  });
});

test("nobody shares bytes without being asked", () => {
  expect(new Reader(new Uint8Array(8)).sharesBytes).toBe(false);
});
