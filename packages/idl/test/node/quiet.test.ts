import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Quiet } from "../../src/node/quiet.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Touches at these times, and gives the times of the runs. */
function runsOf(touches: readonly number[]): number[] {
  const begin = performance.now();
  const runs: number[] = [];
  const quiet = new Quiet(50, () => runs.push(performance.now() - begin));
  for (const at of touches) setTimeout(() => quiet.touch(), at);
  vi.runAllTimers();
  return runs;
}

test.each<[what: string, touches: number[], runs: number[]]>([
  ["once for a burst, when it is over", [10, 20, 30, 60], [110]],
  ["again for what comes later", [10, 100], [60, 150]],
  ["in the end, though it never becomes quiet", Array.from({ length: 60 }, (_, i) => 10 + i * 15), [510, 945]],
])("runs %s", (_, touches, runs) => {
  expect(runsOf(touches)).toEqual(runs);
});

test("does not run once it is cancelled", () => {
  const run = vi.fn();
  const quiet = new Quiet(50, run);
  quiet.touch();
  quiet.cancel();
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});
