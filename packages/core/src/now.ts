/** The monotonic clock that deadlines are told in, in milliseconds with a fraction. */
export function now(): number {
  return performance.now();
}
