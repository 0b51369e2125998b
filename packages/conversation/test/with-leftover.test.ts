import { bytes, hex } from "@seapink/testing";
import { expect, test } from "vitest";
import { withLeftover } from "../src/with-leftover.ts";

test.each([
  ["0102", 2, "03", "03"],
  ["0102", 1, "03", "0203"],
  ["0102", 0, "03", "010203"],
  ["0102", 0, "", "0102"],
  ["", 0, "03", "03"],
])("of %s from %i on, with %s behind, makes %s", (chunk, at, next, all) => {
  expect(hex(withLeftover(bytes(chunk), at, bytes(next)))).toBe(all);
});

test("hands on the next chunk itself where nothing is left", () => {
  const next = bytes("03");
  expect(withLeftover(bytes("01"), 1, next)).toBe(next);
});
