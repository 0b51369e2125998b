/** `; did you mean "name"?`, if there is a name that is one slip away: a letter more, less, another, or two swapped. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  for (const candidate of candidates) {
    if (isNear(name.toLowerCase(), candidate.toLowerCase())) return `; did you mean ${JSON.stringify(candidate)}?`;
  }
  return "";
}

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length > longest) return false;
  let first = 0;
  while (first < a.length && a[first] === b[first]) first++;
  let behind = 0;
  const most = Math.min(a.length, b.length) - first;
  while (behind < most && a[a.length - behind - 1] === b[b.length - behind - 1]) behind++;
  const [x, y] = [a.slice(first, a.length - behind), b.slice(first, b.length - behind)];
  const isSwap = x.length === 2 && x[0] === y[1] && x[1] === y[0];
  // A name of one letter looks like every other.
  return a === b || isSwap || (Math.max(x.length, y.length) <= 1 && first + behind > 0);
}

/** Longer names are not compared. */
const longest = 64;
