import { lstat, readlink } from "node:fs/promises";
import { join, parse, resolve, sep } from "node:path";

/** The names, by folder, of what must change for a path to lead elsewhere, or to another text. */
export type WatchPoints = ReadonlyMap<string, ReadonlySet<string>>;

/** As many as the system follows before it takes them for a cycle. */
const maxLinks = 40;

/**
 * For each path: the file in its folder, each link on the way in the folder where it is, and where the way ends early,
 * the first name that is missing. Other folders on the way are taken to stay where they are.
 */
export async function watchPointsOf(paths: Iterable<string>): Promise<WatchPoints> {
  const points = new Map<string, Set<string>>();
  for (const path of paths) {
    for await (const [folder, name] of stepsOf(resolve(path))) {
      points.set(folder, (points.get(folder) ?? new Set()).add(name));
    }
  }
  return points;
}

async function* stepsOf(path: string): AsyncGenerator<readonly [folder: string, name: string]> {
  let folder = parse(path).root;
  let linkCount = 0;
  const rest = namesOf(path);
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    const target = await targetOf(join(folder, name));
    if (rest.length === 0 || target !== join(folder, name)) yield [folder, name];
    if (target === undefined) return;
    if (target === join(folder, name)) {
      folder = target;
    } else {
      if (++linkCount > maxLinks) return;
      rest.unshift(...namesOf(target));
      folder = parse(target).root;
    }
  }
}

/** Where a link leads; the path itself if it is none, and `undefined` if there is nothing. */
async function targetOf(path: string): Promise<string | undefined> {
  try {
    return (await lstat(path)).isSymbolicLink() ? resolve(path, "..", await readlink(path)) : path;
  } catch {
    // Whatever the reason, nothing can be seen behind it; reading the file says why.
    return undefined;
  }
}

function namesOf(path: string): string[] {
  return path
    .slice(parse(path).root.length)
    .split(sep)
    .filter((name) => name !== "");
}
