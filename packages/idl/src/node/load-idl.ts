import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProgram } from "../compile.ts";
import { IdlError } from "../idl-error.ts";
import { idlLimits } from "../limits.ts";
import type { LinkOptions } from "../link.ts";
import type { Resolution } from "../load.ts";
import type { Program } from "../program.ts";
import { IdlFiles } from "./idl-files.ts";

export interface LoadIdlOptions extends LinkOptions {
  /** Where included files are looked up that are not in the folder of the file that includes them; default none. */
  readonly includeDirs?: readonly string[];
}

/**
 * Reads a file and those that it includes: an absolute path as it is, any other in the folder of the including file,
 * and then in each of `includeDirs`. A file is known by its real path, so that several ways to it lead to one. Includes
 * may leave the folder of the file to begin with: to read what others wrote, `loadProgram` with a `resolve` that does not.
 * @throws IdlError
 */
export async function loadIdl(path: string | URL, options: LoadIdlOptions = {}): Promise<Program> {
  return loadFrom(new IdlFiles(idlLimits(options.limits).maxFileBytes), path, options);
}

/** The same from files that remember what was asked for. */
export async function loadFrom(files: IdlFiles, path: string | URL, options: LoadIdlOptions): Promise<Program> {
  const resolveInclude = async (include: string, from: string): Promise<Resolution> => {
    const folders = [dirname(from), ...(options.includeDirs ?? [])];
    const tried = isAbsolute(include) ? [include] : folders.map((folder) => join(folder, include));
    for (const file of tried) {
      const found = await files.find(file);
      if (found) return found;
    }
    return { tried };
  };
  const file = typeof path === "string" ? path : fileURLToPath(path);
  const entry = await files.find(file);
  if (!entry) throw new IdlError("missing_file", `expected a file, got none at ${file}`, { file });
  return loadProgram({ ...options, entry, resolve: resolveInclude });
}
