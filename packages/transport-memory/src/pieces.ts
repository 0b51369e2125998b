/** One delivery. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly isText: boolean;
}

/** Cuts bytes at the ends of frames; or, where there are none, wherever the size says. */
export function* cut(
  bytes: Uint8Array,
  frames: readonly (readonly [end: number, isText: boolean])[] | undefined,
  size: number,
): Generator<Piece> {
  let at = 0;
  for (const [end, isText] of frames ?? []) {
    yield { bytes: bytes.subarray(at, end), isText };
    at = end;
  }
  for (; at < bytes.length; at += size) yield { bytes: bytes.subarray(at, at + size), isText: false };
}

/** Puts back what a listener had not used. */
export function* withUnread(unread: Uint8Array, rest: Generator<Piece>): Generator<Piece> {
  yield { bytes: unread, isText: false };
  yield* rest;
}
