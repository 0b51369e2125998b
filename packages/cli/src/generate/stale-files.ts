import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { GeneratedFile } from "@seapink/codegen";
import { generatedFrom } from "./header.ts";
import { textOf } from "./out-folder.ts";

/** A line for each generated file of a folder that is none of these. Another run may have written it. */
export async function staleFiles(folder: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const made = new Set(files.map(({ path }) => join(path)));
  const stale: string[] = [];
  for (const path of await sourcesIn(folder)) {
    const place = join(folder, path);
    if (made.has(path) || generatedFrom((await textOf(place)) ?? "") === undefined) continue;
    stale.push(`stale: ${place} is generated of IDL that is not among these files`);
  }
  return stale.sort();
}

/** The paths of TypeScript below a folder; none where there is no folder yet, or none that can be read. */
async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
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
