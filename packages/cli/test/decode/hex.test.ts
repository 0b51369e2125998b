import { expect, test } from "vitest";
import { bytesOfHex } from "../../src/decode/hex.ts";

test.each([
  ["0a0B", [10, 11]],
  [" 0a 0b\n0c\t0d ", [10, 11, 12, 13]],
  ["0a:0b:0c", [10, 11, 12]],
  ["0x0a, 0x0B", [10, 11]],
  ["0x0a0b 0X0c", [10, 11, 12]],
  ["0a # the length: 99\n0b # ff", [10, 11]],
])("reads %j", (text, expected) => {
  expect(bytesOfHex(text)).toEqual(new Uint8Array(expected));
});

test.each(["", "  ", "# 0a", "0", "0a0", "0g", "call.bin", "./0a", "[1,2]"])("takes %j for something else", (text) => {
  expect(bytesOfHex(text)).toBeUndefined();
});
