import { avalanche, fold, prime32, prime64, u64 } from "./xxh3-mix.ts";
import { secretOf } from "./xxh3-secret.ts";

const stripeBytes = 64;
const secretStep = 8;
const lanes = 8;
const secretBytes = 192;
const stripesOfBlock = (secretBytes - stripeBytes) / secretStep;
const blockBytes = stripesOfBlock * stripeBytes;
const lastStripeSecret = secretBytes - stripeBytes - 7;
const mergeSecret = 11;

/** Eight sums of 64 bits, each as its low and its high half. No index here leaves them, which the casts say. */
type Sums = Uint32Array;

const initial: readonly bigint[] = [
  prime32[2],
  prime64[0],
  prime64[1],
  prime64[2],
  prime64[3],
  prime32[1],
  prime64[4],
  prime32[0],
];
const prime32Low = Number(prime32[0]);

/**
 * XXH3 of more than 240 bytes. Its inner loops are of 32-bit numbers: of bigints a message at the limit would take
 * seconds.
 */
export function xxh3Long(input: DataView, seed: bigint): bigint {
  const secret = secretOf(seed);
  const sums: Sums = new Uint32Array(new BigUint64Array(initial).buffer);
  const length = input.byteLength;
  const blocks = Math.floor((length - 1) / blockBytes);
  for (let block = 0; block < blocks; block++) {
    accumulateStripes(sums, input, block * blockBytes, stripesOfBlock, secret);
    scramble(sums, secret);
  }
  const at = blocks * blockBytes;
  accumulateStripes(sums, input, at, Math.floor((length - 1 - at) / stripeBytes), secret);
  accumulate(sums, input, length - stripeBytes, secret, lastStripeSecret);
  return merge(sums, secret, length);
}

function accumulateStripes(sums: Sums, input: DataView, start: number, count: number, secret: DataView): void {
  for (let i = 0; i < count; i++) accumulate(sums, input, start + i * stripeBytes, secret, i * secretStep);
}

/** Each lane gets the product of the halves of its key, and its neighbour the data. */
function accumulate(sums: Sums, input: DataView, at: number, secret: DataView, secretAt: number): void {
  for (let i = 0; i < 2 * lanes; i += 2) {
    const low = input.getUint32(at + 4 * i, true);
    const high = input.getUint32(at + 4 * i + 4, true);
    const keyLow = (low ^ secret.getUint32(secretAt + 4 * i, true)) >>> 0;
    const keyHigh = (high ^ secret.getUint32(secretAt + 4 * i + 4, true)) >>> 0;
    add(sums, i ^ 2, low, high);
    add(sums, i, Math.imul(keyLow, keyHigh) >>> 0, highOfProduct(keyLow, keyHigh));
  }
}

function add(sums: Sums, i: number, low: number, high: number): void {
  const sum = (sums[i] as number) + low;
  sums[i] = sum;
  sums[i + 1] = (sums[i + 1] as number) + high + (sum > 0xffff_ffff ? 1 : 0);
}

/** The upper 32 bits of a product of two unsigned numbers. */
function highOfProduct(a: number, b: number): number {
  const aHigh = a >>> 16;
  const bHigh = b >>> 16;
  const aLow = a & 0xffff;
  const bLow = b & 0xffff;
  const first = aHigh * bLow + (((aLow * bLow) / 0x1_0000) >>> 0);
  const second = aLow * bHigh + (first & 0xffff);
  return aHigh * bHigh + (first >>> 16) + (second >>> 16);
}

/** At the end of a block. */
function scramble(sums: Sums, secret: DataView): void {
  for (let i = 0; i < 2 * lanes; i += 2) {
    const low = sums[i] as number;
    const high = sums[i + 1] as number;
    const secretAt = secretBytes - stripeBytes + 4 * i;
    const mixedLow = (low ^ (high >>> 15) ^ secret.getUint32(secretAt, true)) >>> 0;
    const mixedHigh = (high ^ secret.getUint32(secretAt + 4, true)) >>> 0;
    sums[i] = Math.imul(mixedLow, prime32Low);
    sums[i + 1] = highOfProduct(mixedLow, prime32Low) + (Math.imul(mixedHigh, prime32Low) >>> 0);
  }
}

function merge(sums: Sums, secret: DataView, length: number): bigint {
  const wide = new BigUint64Array(sums.buffer);
  let result = u64(BigInt(length) * prime64[0]);
  for (let i = 0; i < lanes; i += 2) {
    const at = mergeSecret + 8 * i;
    const a = (wide[i] as bigint) ^ secret.getBigUint64(at, true);
    const b = (wide[i + 1] as bigint) ^ secret.getBigUint64(at + 8, true);
    result = u64(result + fold(a, b));
  }
  return avalanche(result);
}
