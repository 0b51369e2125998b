import type { Dir } from "node:fs";
import { opendir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { errno } from "./errno.ts";
import { isLeftOver } from "./temporary-name.ts";

/** Removes what servers that were killed have left of unfinished files. Returns how many there were. */
export async function sweep(folder: string): Promise<number> {
  let swept = 0;
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for await (const entry of (await readable(at)) ?? []) {
      if (entry.isDirectory()) folders.push(join(at, entry.name));
      else if (entry.isFile() && isLeftOver(entry.name) && (await removed(join(at, entry.name)))) swept++;
    }
  }
  return swept;
}

// What may not be read, or is gone again, has no unfinished files that could be removed.

async function readable(folder: string): Promise<Dir | undefined> {
  try {
    return await opendir(folder);
  } catch (error) {
    if (errno(error) === undefined) throw error;
    return undefined;
  }
}

async function removed(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (errno(error) === undefined) throw error;
    return false;
  }
}
