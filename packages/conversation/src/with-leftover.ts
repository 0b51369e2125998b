/** What a listener that was not ready has left of one chunk, with the next chunk behind it. */
export function withLeftover(chunk: Uint8Array, at: number, next: Uint8Array): Uint8Array {
  const left = chunk.length - at;
  if (left === 0) return next;
  const joined = new Uint8Array(left + next.length);
  joined.set(chunk.subarray(at));
  joined.set(next, left);
  return joined;
}
