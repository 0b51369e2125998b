/** Longer names are not compared: the distance costs their lengths multiplied. */
const longest = 64;
/** Nor are more than this many, since a text may lack many names and have many. */
const mostCompared = 10_000;

/** The names that look most like this one. */
export function nearNames(name: string, candidates: Iterable<string>, count = 3): string[] {
  if (name.length > longest) return [];
  const most = Math.floor((name.length + 1) / 3);
  let near: string[] = [];
  let nearest = most;
  let compared = 0;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > most || candidate === name) continue;
    if (++compared > mostCompared) break;
    const distance = distanceOf(name.toLowerCase(), candidate.toLowerCase());
    if (distance < nearest) near = [];
    if (distance <= nearest) near.push(candidate);
    nearest = Math.min(nearest, distance);
  }
  return near.slice(0, count);
}

/** A hint for a message; none if nothing looks alike. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const near = nearNames(name, candidates);
  return near.length === 0 ? undefined : `did you mean ${near.join(" or ")}?`;
}

/** How many letters must be put in, left out, changed, or swapped with their neighbour. */
function distanceOf(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = (last[j - 1] as number) + (same ? 0 : 1);
      const swap = swapped ? (beforeLast[j - 2] as number) + 1 : Infinity;
      row.push(Math.min(changed, swap, (last[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
