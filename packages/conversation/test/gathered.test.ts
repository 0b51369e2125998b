import { bytes, hex } from "@seapink/testing";
import { expect, test } from "vitest";
import { Gathered } from "../src/gathered.ts";

test("joins pieces, hands them over and begins anew", () => {
  const gathered = new Gathered();
  for (const piece of ["01", "0203", "", "04"]) gathered.push(bytes(piece));
  expect([gathered.size, hex(gathered.bytes)]).toEqual([4, "01020304"]);
  expect(hex(gathered.take())).toBe("01020304");
  expect([gathered.size, hex(gathered.take())]).toEqual([0, ""]);
});

test("does not touch what it handed over", () => {
  const gathered = new Gathered();
  gathered.push(bytes("0102"));
  const first = gathered.take();
  gathered.push(bytes("0304"));
  expect([hex(first), hex(gathered.take())]).toEqual(["0102", "0304"]);
});

test.each([
  [1, 10_000],
  [1000, 100],
  [65_536, 20],
])("takes at most twice the memory of what came, in pieces of %i bytes", (size, count) => {
  const gathered = new Gathered();
  for (let i = 0; i < count; i++) gathered.push(new Uint8Array(size));
  expect(gathered.take().buffer.byteLength).toBeLessThanOrEqual(2 * size * count);
});

test("takes no more than is wanted in the end", () => {
  const gathered = new Gathered();
  gathered.push(new Uint8Array(900), 1000);
  expect(gathered.bytes.buffer.byteLength).toBe(1000);
  gathered.push(new Uint8Array(100), 1000);
  expect(gathered.take().buffer.byteLength).toBe(1000);
});
