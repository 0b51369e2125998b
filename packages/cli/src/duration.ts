const unitsMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** What a timer can wait for. */
const longestMs = 2 ** 31 - 1;

/**
 * The milliseconds of `500ms`, `2s`, `1.5m` or `1h`.
 * @throws RangeError for what is no time, for none, and for more than 24 days, which no timer counts
 */
export function durationMs(text: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const ms = digits === undefined ? Number.NaN : Number(digits) * unitsMs[unit as keyof typeof unitsMs];
  if (ms > 0 && ms <= longestMs) return ms;
  throw new RangeError(`expected a time such as 500ms, 2s or 1m, of at most 24 days, got ${JSON.stringify(text)}`);
}
