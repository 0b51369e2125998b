/** Keeps the last result alive, so that no call is optimised away. */
const sink: { value: unknown } = { value: undefined };

/** Nanoseconds of one call, over `count` calls. */
export function measure(work: () => unknown, count: number): number {
  const begin = performance.now();
  for (let i = 0; i < count; i++) sink.value = work();
  return ((performance.now() - begin) / count) * 1e6;
}

/** Calls until this much time has gone by, in batches that grow; returns how many calls of it fill `roundMs`. */
export function warmUp(work: () => unknown, warmUpMs: number, roundMs: number): number {
  const end = performance.now() + warmUpMs;
  let nanoseconds = 0;
  for (let count = 1; performance.now() < end; count = Math.max(1, Math.round(5e6 / nanoseconds))) {
    nanoseconds = measure(work, count);
  }
  return Math.max(1, Math.round((roundMs * 1e6) / nanoseconds));
}
