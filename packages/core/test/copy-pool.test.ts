import { describe, expect, test } from "vitest";
import { CopyPool } from "../src/copy-pool.ts";

const source = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);

describe.each([0, 1, 64, 65, 100, 1023, 1024, 4096])("a copy of %i bytes", (size) => {
  test("is what was there, whatever becomes of the source", () => {
    const bytes = source.slice();
    const copy = new CopyPool().copy(bytes, 7, size);
    bytes.fill(0);
    expect(copy).toEqual(source.slice(7, 7 + size));
  });

  test("touches none of those beside it", () => {
    const pool = new CopyPool();
    const copies = Array.from({ length: 300 }, (_, i) => pool.copy(source, i, size));
    for (const copy of copies.filter((_, i) => i % 2 === 0)) copy.fill(255);
    for (const [i, copy] of copies.entries()) {
      if (i % 2 === 1) expect(copy).toEqual(source.slice(i, i + size));
    }
  });

  test("keeps no more memory than a page of others alive", () => {
    expect(new CopyPool().copy(source, 0, size).buffer.byteLength).toBeLessThanOrEqual(Math.max(8192, size));
  });
});
