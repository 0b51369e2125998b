/** A bucket ends one percent above where it begins, so that its middle is at most half a percent off. */
const growth = 1.01;
const leastMs = 0.001;
const mostMs = 2 ** 31;
const bucketCount = Math.ceil(logOf(mostMs)) + 1;

/** Durations in bounded memory: how many of each length there were, from 1 µs to 24 days, within half a percent. */
export class Histogram {
  readonly #counts: Float64Array = new Float64Array(bucketCount);
  count = 0;
  /** The longest, exactly. */
  maxMs = 0;

  add(ms: number): void {
    const bucket = Math.min(bucketCount - 1, Math.ceil(logOf(Math.max(ms, leastMs))));
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.count++;
    this.maxMs = Math.max(this.maxMs, ms);
  }

  /** What so many percent did not exceed; 0 where there is nothing. */
  percentileMs(percent: number): number {
    const rank = Math.max(1, Math.ceil((percent / 100) * this.count));
    if (rank >= this.count) return this.maxMs;
    let left = rank;
    for (const [bucket, count] of this.#counts.entries()) {
      left -= count;
      if (left <= 0) return Math.min(this.maxMs, leastMs * growth ** (bucket - 0.5));
    }
    return this.maxMs;
  }
}

/** The bucket that a duration ends. */
function logOf(ms: number): number {
  return Math.log(ms / leastMs) / Math.log(growth);
}
