// Keys whose hashes in V8 are the same in all lower bits: its mixing of 64 bits (ComputeLongHash) run backwards.

const mask = (1n << 64n) - 1n;

export function collidingIds(count: number): bigint[] {
  const ids: bigint[] = [];
  for (let i = 1n; ids.length < count; i++) {
    const id = unhashed((i << 30n) & mask);
    if (id < 1n << 63n) ids.push(id);
  }
  return ids;
}

function unhashed(hash: bigint): bigint {
  let id = unshifted(hash, 22n);
  id = unshifted((id * inverse(65n)) & mask, 11n);
  id = unshifted((id * inverse(21n)) & mask, 31n);
  return ((id + 1n) * inverse((1n << 18n) - 1n)) & mask;
}

function inverse(factor: bigint): bigint {
  let x = 1n;
  for (let i = 0; i < 7; i++) x = (x * (2n - factor * x)) & mask;
  return x;
}

/** What was before `x ^= x >> bits`. */
function unshifted(value: bigint, bits: bigint): bigint {
  let x = value;
  for (let known = bits; known < 64n; known += bits) x = value ^ (x >> bits);
  return x & mask;
}
