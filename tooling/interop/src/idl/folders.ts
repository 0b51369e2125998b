import { statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { IdlDialect } from "@seapink/idl";

/** A folder whose files are tried. */
export interface Folder {
  readonly path: string;
  readonly dialect: IdlDialect;
  /** Where includes are looked up besides the folders from the file's own up to this one. */
  readonly includeDirs: readonly string[];
}

export const usage =
  "usage: pnpm interop idl [--generate] [[--dialect apache|thriftgo|fbthrift] [--include ROOT] DIR…]…";

/**
 * The folders in the order of the arguments. Options hold for the folders that follow them, a `--dialect` also takes back
 * each `--include` before it. Without folders it is this repository.
 */
export function foldersOf(args: readonly string[]): readonly Folder[] {
  const folders: Folder[] = [];
  let options: Omit<Folder, "path"> = { dialect: "apache", includeDirs: [] };
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? "";
    if (word === "--dialect") options = { dialect: dialectOf(args[++i]), includeDirs: [] };
    else if (word === "--include") options = { ...options, includeDirs: [...options.includeDirs, pathOf(args[++i])] };
    else folders.push({ ...options, path: pathOf(word) });
  }
  return folders.length > 0 ? folders : [{ ...options, path: fileURLToPath(new URL("../../../../", import.meta.url)) }];
}

/**
 * Folders to be tried and to look for includes in.
 * @throws RangeError for one that is none.
 */
export function checkFolders(folders: readonly Folder[]): void {
  for (const path of folders.flatMap(({ includeDirs, path }) => [...includeDirs, path])) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isDirectory())
      throw new RangeError(`expected a folder, got ${path}, which is ${found ? "none" : "not there"}`);
  }
}

function dialectOf(name: string | undefined): IdlDialect {
  if (name === "apache" || name === "thriftgo" || name === "fbthrift") return name;
  throw new RangeError(`expected apache, thriftgo or fbthrift, got ${name ?? "nothing"}\n${usage}`);
}

function pathOf(path: string | undefined): string {
  if (path === undefined || path.startsWith("-")) {
    throw new RangeError(`expected a folder, got ${path ?? "nothing"}\n${usage}`);
  }
  return resolve(path);
}
