import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProgram } from "../compile.ts";
import { IdlError } from "../idl-error.ts";
import { limitsOf, type LinkOptions } from "../link.ts";
import type { IdlFile, Resolution } from "../load.ts";
import type { Program } from "../program.ts";
import { readText } from "./read-text.ts";

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
  const { includeDirs = [] } = options;
  const { maxFileBytes } = limitsOf(options);
  const texts = new Map<string, IdlFile>();
  const resolveInclude = async (include: string, from: string): Promise<Resolution> => {
    const folders = [dirname(from), ...includeDirs];
    const tried = isAbsolute(include) ? [include] : folders.map((folder) => join(folder, include));
    for (const file of tried) {
      const found = await readIfThere(file, texts, maxFileBytes);
      if (found) return found;
    }
    return { tried };
  };
  const file = typeof path === "string" ? path : fileURLToPath(path);
  const entry = await readIfThere(file, texts, maxFileBytes);
  if (!entry) throw new IdlError("missing_file", `expected a file, got none at ${file}`, { file });
  return loadProgram({ ...options, entry, resolve: resolveInclude });
}

/** `undefined` if there is no file. */
async function readIfThere(path: string, texts: Map<string, IdlFile>, maxBytes: number): Promise<IdlFile | undefined> {
  try {
    const real = await realpath(path);
    const known = texts.get(real);
    if (known) return known;
    const text = await readText(real, maxBytes);
    if (text === undefined) return undefined;
    const file = { file: path, text };
    texts.set(real, file);
    return file;
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (error instanceof IdlError) throw error;
    throw new IdlError("missing_file", `expected a file that can be read, got an error at ${path}`, {
      file: path,
      cause: error,
    });
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR";
}
