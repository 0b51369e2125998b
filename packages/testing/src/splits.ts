/**
 * Ways in which a stream may deliver bytes: whole, one by one, and each cut in two. Every piece has memory of its own,
 * as it has when it comes from a socket.
 */
export function* splits(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>[], void> {
  yield [bytes.slice()];
  yield pieces(bytes, [1]);
  for (let cut = 1; cut < bytes.length; cut++) yield [bytes.slice(0, cut), bytes.slice(cut)];
}

/** Pieces of the given sizes, which are gone through again and again until the bytes end. An empty piece is allowed. */
export function pieces(bytes: Uint8Array, sizes: readonly number[]): Uint8Array<ArrayBuffer>[] {
  if (!sizes.some((size) => size > 0)) throw new RangeError("expected a size above zero to cut by");
  const all: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] as number;
    all.push(bytes.slice(at, at + size));
    at += size;
  }
  return all;
}
