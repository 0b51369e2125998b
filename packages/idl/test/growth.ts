/** Less than by the square, with room for what memory costs. */
export const mostGrowth = 11;

const enough = 8;
const patienceMs = 500;

/**
 * How many times as long four times as much takes: four times if in proportion, sixteen times if it goes by the square.
 * It counts the shortest of several runs, since whatever else the machine does only makes them longer; and there are
 * more of them only if that is in doubt.
 */
export function growth(run: (size: number) => () => void, size: number): number {
  const [small, large] = [run(size), run(4 * size)];
  const begin = performance.now();
  let [shorter, longer] = [Infinity, Infinity];
  for (let round = 0; round < 2 || (longer > enough * shorter && performance.now() - begin < patienceMs); round++) {
    shorter = Math.min(shorter, timeOf(small));
    longer = Math.min(longer, timeOf(large));
  }
  return longer / shorter;
}

function timeOf(run: () => void): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}
