import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../usage-error.ts";

/**
 * Where a file is to be written: its path below the folder.
 * @throws UsageError for a path that leaves the folder, be it by way of a link
 */
export async function placeIn(folder: string, path: string): Promise<string> {
  const place = join(folder, path);
  if (!isBelow(resolve(folder), resolve(place))) refuse(folder, place);
  const [root, real] = await Promise.all([realPath(resolve(folder)), realPath(resolve(place))]);
  if (!isBelow(root, real)) refuse(folder, place);
  return place;
}

/**
 * What a file has, or `undefined` if there is none. A pipe or a device is not opened: it may have no end.
 * @throws UsageError for what is no file
 */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (found.isFile()) return await readFile(path, "utf8");
    const what = found.isDirectory() ? "a folder" : "a pipe or a device";
    throw new UsageError(`--out: expected a file or nothing at ${path}, got ${what}`);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = codeOf(cause);
    if (code === "ENOENT") return undefined;
    if (code === "ENOTDIR") throw new UsageError(`--out: expected folders above ${path}, got a file`, { cause });
    throw unusable(path, "read", cause);
  }
}

/** What the system does not let us do with a file. */
export function unusable(path: string, done: "read" | "written", cause: unknown): UsageError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UsageError(`--out: ${path} cannot be ${done}: ${reason}`, { cause });
}

/** Where a file really is, behind all links, or will be when it is made. */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    const isMissing = ["ENOENT", "ENOTDIR"].includes(codeOf(error));
    if (!isMissing || parent === path) throw error;
    return join(await realPath(parent), relative(parent, path));
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function refuse(folder: string, place: string): never {
  throw new UsageError(`--out: expected files in ${folder} only, got ${place}`);
}
