import { bytes } from "@seapink/testing";
import { expect, test } from "vitest";
import { detectRocket } from "../../src/frames/detect.ts";
import { vectors } from "../vectors.ts";

const setups = vectors.filter(({ name }) => name.startsWith("SETUP"));

test.each(setups)("knows $name by its first 13 bytes", ({ hex }) => {
  const whole = bytes(hex);
  const answers = Array.from({ length: 16 }, (_, size) => detectRocket(whole.subarray(0, size)));
  expect(answers).toEqual([...Array.from({ length: 13 }, () => "more"), "yes", "yes", "yes"]);
});

test.each([
  ["another frame of Rocket", "000006 00000005 2400"],
  ["another type on stream 0", "00000d 00000000 3100 1c 15 14 11 32 00 00"],
  ["SETUP on a stream", "000067 00000001 0500 0001 0000"],
  ["a later RSocket", "000067 00000000 0500 0002 0000"],
  ["an RSocket of another minor version", "000067 00000000 0500 0001 0001"],
  ["framed binary", "00000011 80010001 00000004 70696e67"],
  ["framed compact", "00000008 82210104 70696e67"],
  ["THeader", "0000001f 0fff 0000 00000001 0003"],
  ["unframed binary", "80010001 00000004 70696e67"],
  ["HTTP", "474554202f20485454502f312e310d0a"],
])("does not take %s for it", (_, text) => {
  expect(detectRocket(bytes(text))).toBe("no");
});

test("says no as soon as it can", () => {
  const answers = ["000067 01", "000067 00000000 08", "000067 00000000 0500 0002"].map((text) => {
    const first = bytes(text);
    return [detectRocket(first.subarray(0, -1)), detectRocket(first)];
  });
  expect(answers).toEqual([
    ["more", "no"],
    ["more", "no"],
    ["more", "no"],
  ]);
});
