import { expect, test } from "vitest";
import { checksumOf, isChecksumRight } from "../../src/checksum/checksum.ts";
import { ChecksumAlgorithm } from "../../src/checksum/algorithm.ts";

const body = new TextEncoder().encode("123456789");
/** What folly leaves in the register: the inverse of the well-known check value. */
const crcOfBody = ~0xe306_9283;
const { none, crc32, xxh3 } = ChecksumAlgorithm;

test.each(["crc32c", "xxh3"] as const)("%s is right for the body that it was made of, and for no other", (name) => {
  const checksum = checksumOf(name, body);
  expect(isChecksumRight(body, undefined, checksum)).toBe(true);
  expect(isChecksumRight(body.subarray(1), undefined, checksum)).toBe(false);
  expect(isChecksumRight(body, undefined, { ...checksum, salt: checksum.salt ^ 1n })).toBe(false);
  expect(isChecksumRight(body, undefined, { ...checksum, checksum: checksum.checksum ^ 1n })).toBe(false);
});

test("each has a salt of its own", () => {
  const salts = new Set(Array.from({ length: 8 }, () => checksumOf("crc32c", body).salt));
  expect(salts.size).toBe(8);
});

test.each([
  [crc32, 0xffff_ffffn, BigInt(crcOfBody >>> 0)],
  // Of a salt the lower 32 bits begin the register.
  [crc32, -1n, BigInt(crcOfBody >>> 0)],
  [xxh3, 1n, BigInt.asIntN(64, 0xe967_c190_5799_5816n)],
] as const)("knows sums with a salt, algorithm %i and %s", (algorithm, salt, checksum) => {
  expect(isChecksumRight(body, undefined, { algorithm, checksum, salt })).toBe(true);
});

test("takes the older form as well, an unsigned number as a signed one", () => {
  expect(isChecksumRight(body, crcOfBody, undefined)).toBe(true);
  expect(isChecksumRight(body, crcOfBody >>> 0, undefined)).toBe(true);
  expect(isChecksumRight(body, crcOfBody ^ 1, undefined)).toBe(false);
  expect(isChecksumRight(body, crcOfBody, { algorithm: crc32, checksum: 0n, salt: 0n })).toBe(false);
});

test("is right where there is none, and wrong where nobody knows how it was made", () => {
  expect(isChecksumRight(body, undefined, undefined)).toBe(true);
  expect(isChecksumRight(body, undefined, { algorithm: none, checksum: 5n, salt: 5n })).toBe(true);
  expect(isChecksumRight(body, undefined, { algorithm: 256, checksum: 0n, salt: 0n })).toBe(false);
});
