// Arithmetic of 64 bits (xxHash specification, § XXH3). All values are from 0 to 2^64 - 1.

export const prime32: readonly [bigint, bigint, bigint] = [0x9e37_79b1n, 0x85eb_ca77n, 0xc2b2_ae3dn];
export const prime64: readonly [bigint, bigint, bigint, bigint, bigint] = [
  0x9e37_79b1_85eb_ca87n,
  0xc2b2_ae3d_27d4_eb4fn,
  0x1656_67b1_9e37_79f9n,
  0x85eb_ca77_c2b2_ae63n,
  0x27d4_eb2f_1656_67c5n,
];
const primeMix1 = 0x1656_6791_9e37_79f9n;
const primeMix2 = 0x9fb2_1c65_1e98_df25n;

export function u64(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

/** The two halves of a product of 128 bits, one laid over the other. */
export function fold(a: bigint, b: bigint): bigint {
  const product = a * b;
  return u64(product) ^ (product >> 64n);
}

export function avalanche(value: bigint): bigint {
  const mixed = u64((value ^ (value >> 37n)) * primeMix1);
  return mixed ^ (mixed >> 32n);
}

/** That of XXH64, for the shortest inputs. */
export function avalanche64(value: bigint): bigint {
  const first = u64((value ^ (value >> 33n)) * prime64[1]);
  const second = u64((first ^ (first >> 29n)) * prime64[2]);
  return second ^ (second >> 32n);
}

/** For inputs of four to eight bytes, as many as `length`. */
export function rrmxmx(value: bigint, length: number): bigint {
  const first = u64((value ^ rotate(value, 49n) ^ rotate(value, 24n)) * primeMix2);
  const second = u64((first ^ u64((first >> 35n) + BigInt(length))) * primeMix2);
  return second ^ (second >> 28n);
}

function rotate(value: bigint, bits: bigint): bigint {
  return u64(value << bits) | (value >> (64n - bits));
}

export function swap32(value: number): number {
  return ((value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)) >>> 0;
}

export function swap64(value: bigint): bigint {
  const low = swap32(Number(value & 0xffff_ffffn));
  return (BigInt(low) << 32n) | BigInt(swap32(Number(value >> 32n)));
}
