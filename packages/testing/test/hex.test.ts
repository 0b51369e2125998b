import { bytes, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";

describe("hexadecimal text", () => {
  test.each([
    ["", []],
    ["00ff", [0, 255]],
    ["0A 0a | 1b", [10, 10, 27]],
    ["01 # one\n02 # two ff\n# three", [1, 2]],
    ["\n  80 01\n  00 01 # a version and a type\n", [0x80, 1, 0, 1]],
  ])("%j becomes bytes", (text, expected) => {
    expect(bytes(text)).toStrictEqual(Uint8Array.from(expected));
  });

  test.each(["0", "000", "0g", "0x00", "zz", "00,01", "00 // no"])("%j is refused", (text) => {
    expect(() => bytes(text)).toThrow(RangeError);
  });

  test("comes in groups of four bytes", () => {
    expect(hex(new Uint8Array(0))).toBe("");
    expect(hex(Uint8Array.of(0, 1, 0xab, 0xff))).toBe("0001abff");
    expect(hex(Uint8Array.of(1, 2, 3, 4, 5))).toBe("01020304 05");
    expect(hex(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9))).toBe("01020304 05060708 09");
  });

  test("comes back as it went", () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(bytes(hex(all))).toStrictEqual(all);
  });
});
