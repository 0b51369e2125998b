// Castagnoli's polynomial, with its bits in the order in which they come.
const polynomial = 0x82f6_3b78;

const table: Int32Array = Int32Array.from({ length: 256 }, (_, byte) => {
  let register = byte;
  for (let bit = 0; bit < 8; bit++) register = (register & 1) === 0 ? register >>> 1 : (register >>> 1) ^ polynomial;
  return register;
});

/**
 * CRC-32C as folly has it (hash/Checksum.cpp): `start` is the register to begin with, and what is left in it at the end is
 * the sum, without the inversion that the checksum has elsewhere.
 */
export function crc32c(bytes: Uint8Array, start = 0xffff_ffff): number {
  let register = start | 0;
  // Both indices are below the lengths: the casts hide no `undefined`.
  for (let i = 0; i < bytes.length; i++) {
    register = (register >>> 8) ^ (table[(register ^ (bytes[i] as number)) & 0xff] as number);
  }
  return register >>> 0;
}
