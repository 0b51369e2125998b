import { expect } from "vitest";

const attempts = 3;
/** Four times the size takes four times as long, and sixteen times what is quadratic. */
const most = 10;

/** Checks that work takes time in proportion to its size, compared in this process, however busy the machine is. */
export function expectLinear(size: number, work: (size: number) => void): void {
  work(size);
  let ratio = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts && ratio > most; i++) {
    const small = fastest(() => work(size));
    ratio = fastest(() => work(4 * size)) / small;
  }
  expect(ratio, "how many times as long four times the size takes").toBeLessThan(most);
}

function fastest(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return Math.min(...times);
}
