/** A varint as its definition has it: seven bits a byte, the lowest first. */
export function varint(value: bigint): number[] {
  return value < 0x80n ? [Number(value)] : [Number(value & 0x7fn) | 0x80, ...varint(value >> 7n)];
}

export function zigzag(value: bigint): bigint {
  return value < 0n ? -2n * value - 1n : 2n * value;
}

/** Numbers on both sides of each power of two, down to the least and up to the largest of so many bits. */
export function edges(bits: number): bigint[] {
  const positive = Array.from({ length: bits - 1 }, (_, i) => 2n ** BigInt(i)).flatMap((n) => [n, n + 1n]);
  const all = [0n, 1n, ...positive, 2n ** BigInt(bits - 1) - 1n];
  return all.flatMap((n) => [n, -n, -n - 1n]).filter((n) => BigInt.asIntN(bits, n) === n);
}
