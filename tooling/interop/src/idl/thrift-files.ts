import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

const left = new Set(["node_modules", "dist"]);

/** The `.thrift` files of a folder and those below it, in order; not what is installed, built or hidden. */
export async function thriftFilesIn(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !left.has(entry.name) && !entry.name.startsWith(".")) {
      files.push(...(await thriftFilesIn(path)));
    } else if (entry.isFile() && entry.name.endsWith(".thrift")) {
      files.push(path);
    }
  }
  return files;
}

/** The folder of a file, then each above it, up to this one. */
export function foldersAbove(file: string, top: string): readonly string[] {
  const folders = [dirname(file)];
  for (let folder = dirname(file); folder !== top && folder !== dirname(folder);) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}
