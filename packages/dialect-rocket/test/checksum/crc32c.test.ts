import { bytes } from "@seapink/testing";
import { expect, test } from "vitest";
import { crc32c } from "../../src/checksum/crc32c.ts";

const invert = (sum: number): number => ~sum >>> 0;

/** From RFC 3720, § B.4, and the check value that catalogues of sums have; all are inverted at the end. */
const sums: readonly (readonly [name: string, bytes: Uint8Array, sum: number])[] = [
  ["nothing", bytes(""), 0],
  ["the digits from 1 to 9", bytes("313233343536373839"), 0xe306_9283],
  ["32 zeroes", new Uint8Array(32), 0x8a91_36aa],
  ["32 bytes of ones", new Uint8Array(32).fill(0xff), 0x62a8_ab43],
  ["32 bytes that rise", Uint8Array.from({ length: 32 }, (_, i) => i), 0x46dd_794e],
  ["32 bytes that fall", Uint8Array.from({ length: 32 }, (_, i) => 31 - i), 0x113f_db5c],
];

test.each(sums)("%s", (_, input, sum) => {
  expect(invert(crc32c(input))).toBe(sum);
});

test("goes on where it stopped", () => {
  const input = bytes("313233343536373839");
  expect(crc32c(input.subarray(4), crc32c(input.subarray(0, 4)))).toBe(crc32c(input));
});

test("begins with any register", () => {
  expect(crc32c(bytes(""), 0x8000_0001)).toBe(0x8000_0001);
  expect(crc32c(bytes("00"), 0)).toBe(0);
});
