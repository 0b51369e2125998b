/**
 * Names and values that travel beside a struct. Names are lower-case; a leading colon marks a header that only some
 * dialects have a slot for (`:caller`, `:routing-key`), which the others drop.
 */
export type HeaderMap = ReadonlyMap<string, string>;

/** The headers of whoever has none: one map that nobody writes to, so that the common case allocates nothing. */
export const noHeaders: HeaderMap = new Map<string, string>();
