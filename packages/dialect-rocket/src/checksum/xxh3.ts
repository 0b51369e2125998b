import { xxh3Long } from "./xxh3-long.ts";
import { avalanche, avalanche64, fold, prime64, rrmxmx, swap32, swap64, u64 } from "./xxh3-mix.ts";
import { defaultSecret as secret } from "./xxh3-secret.ts";

/** How long the inputs are that each way of summing them up is for. */
const mostMixed = 128;
const mostShort = 240;
const mixBytes = 16;

/** XXH3 of 64 bits (xxHash specification, § XXH3), with a seed from 0 to 2^64 - 1. */
export function xxh3(bytes: Uint8Array, seed: bigint): bigint {
  const input = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { length } = bytes;
  if (length > mostShort) return xxh3Long(input, seed);
  if (length > mostMixed) return ofHundreds(input, seed);
  if (length > 16) return ofTens(input, seed);
  if (length > 8) return ofSome(input, seed);
  if (length >= 4) return ofFew(input, seed);
  return length === 0 ? avalanche64(seed ^ secretAt(56) ^ secretAt(64)) : ofOnes(bytes, seed);
}

function u64At(input: DataView, at: number): bigint {
  return input.getBigUint64(at, true);
}

function secretAt(at: number): bigint {
  return u64At(secret, at);
}

function ofOnes(bytes: Uint8Array, seed: bigint): bigint {
  const { length } = bytes;
  // There is one byte at least.
  const first = bytes[0] as number;
  const middle = bytes[length >> 1] as number;
  const last = bytes[length - 1] as number;
  const combined = (last | (length << 8) | (first << 16) | (middle << 24)) >>> 0;
  const key = (secret.getUint32(0, true) ^ secret.getUint32(4, true)) >>> 0;
  return avalanche64(u64(BigInt(key) + seed) ^ BigInt(combined));
}

function ofFew(input: DataView, seed: bigint): bigint {
  const length = input.byteLength;
  const first = BigInt(input.getUint32(0, true));
  const last = BigInt(input.getUint32(length - 4, true));
  const ownSeed = seed ^ (BigInt(swap32(Number(seed & 0xffff_ffffn))) << 32n);
  const key = u64((secretAt(8) ^ secretAt(16)) - ownSeed);
  return rrmxmx(key ^ (last | (first << 32n)), length);
}

function ofSome(input: DataView, seed: bigint): bigint {
  const length = input.byteLength;
  const low = u64At(input, 0) ^ u64((secretAt(24) ^ secretAt(32)) + seed);
  const high = u64At(input, length - 8) ^ u64((secretAt(40) ^ secretAt(48)) - seed);
  return avalanche(u64(BigInt(length) + swap64(low) + high + fold(low, high)));
}

/** From both ends to the middle. */
function ofTens(input: DataView, seed: bigint): bigint {
  const length = input.byteLength;
  let sum = BigInt(length) * prime64[0];
  for (let i = (length - 1) >> 5; i >= 0; i--) {
    sum += mixed(input, mixBytes * i, 32 * i, seed);
    sum += mixed(input, length - mixBytes * (i + 1), 32 * i + mixBytes, seed);
  }
  return avalanche(u64(sum));
}

function ofHundreds(input: DataView, seed: bigint): bigint {
  const length = input.byteLength;
  let sum = BigInt(length) * prime64[0];
  for (let i = 0; i < 8; i++) sum += mixed(input, mixBytes * i, mixBytes * i, seed);
  sum = avalanche(u64(sum));
  for (let i = 8; i < length >> 4; i++) sum += mixed(input, mixBytes * i, mixBytes * (i - 8) + 3, seed);
  sum += mixed(input, length - mixBytes, 119, seed);
  return avalanche(u64(sum));
}

/** Sixteen bytes of input with as many of the secret. */
function mixed(input: DataView, at: number, secretFrom: number, seed: bigint): bigint {
  const low = u64At(input, at) ^ u64(secretAt(secretFrom) + seed);
  const high = u64At(input, at + 8) ^ u64(secretAt(secretFrom + 8) - seed);
  return fold(low, high);
}
