// Here, since JSON suggests names of fields and values, and all that suggest others build on schema.

/** How many comparisons of letters may still be made: one for all suggestions of a program, however many it lacks. */
export interface NearBudget {
  left: number;
}

/** By default some tenths of a second. */
export function nearBudget(left = 20_000_000): NearBudget {
  return { left };
}

/** Longer names are not compared: the distance costs their lengths multiplied. */
const longest = 64;

/** The names that look most like this one, of those that the budget is enough for; at most three. */
export function nearNames(name: string, candidates: Iterable<string>, budget: NearBudget = nearBudget()): string[] {
  if (name.length > longest) return [];
  const most = Math.floor((name.length + 1) / 3);
  const distance = distanceFrom(name.toLowerCase(), budget);
  let near: string[] = [];
  let nearest = most;
  for (const candidate of new Set(candidates)) {
    if (budget.left-- <= 0) break;
    if (Math.abs(candidate.length - name.length) > most || candidate === name) continue;
    const found = distance(candidate.toLowerCase(), nearest);
    if (found < nearest) near = [];
    if (found <= nearest) near.push(candidate);
    nearest = Math.min(nearest, found);
  }
  return near.slice(0, 3);
}

/** A hint for a message; none if nothing looks alike. */
export function didYouMean(name: string, candidates: Iterable<string>, budget?: NearBudget): string | undefined {
  const near = nearNames(name, candidates, budget);
  return near.length === 0 ? undefined : `did you mean ${near.join(" or ")}?`;
}

/** A hint that stands behind a message: `; did you mean Foo?`, or nothing. */
export function nearHint(name: string, candidates: Iterable<string>, budget?: NearBudget): string {
  const hint = didYouMean(name, candidates, budget);
  return hint === undefined ? "" : `; ${hint}`;
}

/**
 * How many letters must be put in, left out, changed, or swapped with their neighbour: `Infinity` for more than `most`,
 * which ends at the first row that has no less, since no later one has less than it.
 */
function distanceFrom(a: string, budget: NearBudget): (b: string, most: number) => number {
  let beforeLast: number[] = [];
  let last: number[] = [];
  let row: number[] = [];
  return (b, most) => {
    for (let j = 0; j <= b.length; j++) row[j] = j;
    for (let i = 1; i <= a.length; i++) {
      [beforeLast, last, row] = [last, row, beforeLast];
      budget.left -= b.length;
      if (budget.left < 0 || fillRow(row, last, beforeLast, a, b, i) > most) return Infinity;
    }
    return (row[b.length] as number) > most ? Infinity : (row[b.length] as number);
  };
}

/** Returns the least of the row. */
function fillRow(row: number[], last: number[], beforeLast: number[], a: string, b: string, i: number): number {
  let least = (row[0] = i);
  for (let j = 1; j <= b.length; j++) {
    const same = a[i - 1] === b[j - 1];
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const changed = (last[j - 1] as number) + (same ? 0 : 1);
    const swap = swapped ? (beforeLast[j - 2] as number) + 1 : Infinity;
    const found = Math.min(changed, swap, (last[j] as number) + 1, (row[j - 1] as number) + 1);
    row[j] = found;
    least = Math.min(least, found);
  }
  return least;
}
