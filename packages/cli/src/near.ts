/** A hint such as ` (did you mean get?)`: those names that look most like this one, three at most; empty if none does. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const most = Math.floor((name.length + 1) / 3);
  const compared = Array.from(new Set(candidates), (candidate) => ({
    candidate,
    distance: distanceOf(name, candidate),
  }));
  const nearest = Math.min(most, ...compared.map(({ distance }) => distance));
  const near = compared.flatMap(({ candidate, distance }) => (distance === nearest ? candidate : []));
  return near.length === 0 ? "" : ` (did you mean ${near.slice(0, 3).join(" or ")}?)`;
}

/** How many letters must be put in, left out or changed, whatever their case. */
function distanceOf(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    last = row;
  }
  return last[b.length] ?? 0;
}
