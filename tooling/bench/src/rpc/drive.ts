import type { EchoClient } from "./echo-subject.ts";

/** What one round came to. */
export interface Round {
  readonly callsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Looking at the clock costs about a hundredth of a call. Odd, so that in a batch each place has its turn. */
const sampleEvery = 7;

/** Makes calls for this long, always so many at once, and waits for the last of them. */
export function drive(client: EchoClient, inFlight: number, durationMs: number): Promise<Round> {
  return new Promise((resolve, reject) => {
    const latencies: number[] = [];
    let isOver = false;
    let begun = 0;
    let running = inFlight;
    const begin = performance.now();
    const ended = (): void => {
      if (--running === 0) resolve(roundOf(begun, performance.now() - begin, latencies));
    };
    setTimeout(() => (isOver = true), durationMs);
    for (let i = 0; i < inFlight; i++) {
      let sampled = 0;
      const next = (): void => {
        if (begun++ % sampleEvery === 0) sampled = performance.now();
        client.call(answered, reject);
      };
      const answered = (): void => {
        if (sampled !== 0) latencies.push(performance.now() - sampled);
        sampled = 0;
        if (isOver) ended();
        else next();
      };
      next();
    }
  });
}

function roundOf(calls: number, elapsedMs: number, latencies: readonly number[]): Round {
  const sorted = Float64Array.from(latencies).sort();
  const at = (part: number): number => sorted[Math.floor(part * sorted.length)] ?? 0;
  return { callsPerSecond: (calls / elapsedMs) * 1000, p50: at(0.5), p99: at(0.99) };
}
