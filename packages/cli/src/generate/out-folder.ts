import { readFile, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../usage-error.ts";

/**
 * Where a file is to be written: its path below the folder.
 * @throws UsageError for a path that leaves the folder, be it by way of a link
 */
export async function placeIn(folder: string, path: string): Promise<string> {
  const place = join(folder, path);
  if (!isBelow(resolve(folder), resolve(place))) refuse(folder, place);
  const [root, real] = await Promise.all([realOf(resolve(folder)), realOf(dirname(resolve(place)))]);
  if (root !== real && !isBelow(root, real)) refuse(folder, place);
  return place;
}

/** What a file has, or `undefined` if there is none. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Where a folder really is, or will be when it is made. */
async function realOf(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    const parent = dirname(folder);
    if (!isMissing(error) || parent === folder) throw error;
    return join(await realOf(parent), relative(parent, folder));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function refuse(folder: string, place: string): never {
  throw new UsageError(`--out: expected files in ${folder} only, got ${place}`);
}
