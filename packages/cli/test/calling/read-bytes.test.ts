import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readBytes } from "../../src/calling/read-bytes.ts";

function* chunks(count: number): Generator<Uint8Array> {
  for (let value = 0; value < count; value++) yield Uint8Array.of(value, value);
}

test("reads all of a stream", async () => {
  expect([...(await readBytes(Readable.from(chunks(2)), 4))]).toEqual([0, 0, 1, 1]);
});

test("reads no further than it may", async () => {
  const endless = Readable.from(chunks(Number.POSITIVE_INFINITY));
  await expect(readBytes(endless, 3)).rejects.toThrow("expected at most 3 bytes, got more");
  expect(endless.destroyed).toBe(true);
});
