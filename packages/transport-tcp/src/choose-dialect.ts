import type { Dialect, LaneInfo } from "@seapink/core";

/**
 * The first dialect that says yes when all before it have said no, so that it does not matter how the bytes were cut;
 * `more` if one of these cannot say yet. In the end (`isLast`) that counts as a no.
 */
export function chooseDialect(
  dialects: readonly Dialect[],
  first: Uint8Array,
  info: LaneInfo,
  isLast: boolean,
): Dialect | "more" | undefined {
  for (const dialect of dialects) {
    const answer = dialect.detect(first, info);
    if (answer === "yes") return dialect;
    if (answer === "more" && !isLast) return "more";
  }
  return undefined;
}

/** TLS may have narrowed the choice; a name that no dialect has leaves it open. */
export function candidates(dialects: readonly Dialect[], alpn: string | undefined): readonly Dialect[] {
  const named = dialects.filter((dialect) => alpn !== undefined && dialect.alpn.includes(alpn));
  return named.length > 0 ? named : dialects;
}
