import { access, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { GeneratedFile } from "@seapink/codegen";
import { generatedFrom } from "./header.ts";
import { textOf } from "./out-folder.ts";

/** The files of a folder that were generated from IDL files which are no longer there. */
export async function staleFiles(folder: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const root = rootOf(files);
  if (root === undefined) return [];
  const made = new Set(files.map(({ path }) => join(path)));
  const stale: string[] = [];
  for (const path of await sourcesIn(folder)) {
    if (made.has(path)) continue;
    const source = generatedFrom((await textOf(join(folder, path))) ?? "");
    if (source !== undefined && !(await isThere(join(root, dirname(path), source)))) stale.push(join(folder, path));
  }
  return stale.sort();
}

/** The folder that the paths of generated files are relative to, as those of the IDL are. */
function rootOf([first]: readonly GeneratedFile[]): string | undefined {
  return first && resolve(first.source, ...first.path.split("/").map(() => ".."));
}

/** The paths of TypeScript below a folder. */
async function sourcesIn(folder: string): Promise<string[]> {
  const entries = (await isThere(folder)) ? await readdir(folder, { withFileTypes: true }) : [];
  const paths: string[] = [];
  for (const entry of entries) {
    if (entry.isFile() && entry.name.endsWith(".ts")) paths.push(entry.name);
    if (!entry.isDirectory() || isOthers(entry.name)) continue;
    for (const path of await sourcesIn(join(folder, entry.name))) paths.push(join(entry.name, path));
  }
  return paths;
}

/** Folders that are large, and hold nothing that we wrote. */
function isOthers(folder: string): boolean {
  return folder === "node_modules" || folder.startsWith(".");
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
