/** Longer names are not compared. */
const longest = 64;

/** `; did you mean "name"?`, if there is a name that is one slip away: a letter more, less, another, or two swapped. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  if (name.length > longest) return "";
  const lower = name.toLowerCase();
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > 1) continue;
    if (isNear(lower, candidate.toLowerCase())) return `; did you mean ${JSON.stringify(candidate)}?`;
  }
  return "";
}

function isNear(a: string, b: string): boolean {
  let first = 0;
  while (first < a.length && a[first] === b[first]) first++;
  let behind = 0;
  const most = Math.min(a.length, b.length) - first;
  while (behind < most && a[a.length - behind - 1] === b[b.length - behind - 1]) behind++;
  const [x, y] = [a.slice(first, a.length - behind), b.slice(first, b.length - behind)];
  if (x.length === 2 && y.length === 2) return x[0] === y[1] && x[1] === y[0];
  // A name of one letter looks like every other.
  return x.length <= 1 && y.length <= 1 && first + behind > 0;
}
