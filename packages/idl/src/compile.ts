import { link, limitsOf, type LinkOptions } from "./link.ts";
import { type IdlFile, load, type Resolution } from "./load.ts";
import { folderOf, joinPath } from "./paths.ts";
import type { Program } from "./program.ts";

export interface LoadOptions extends LinkOptions {
  /** The file to begin with. */
  readonly entry: IdlFile;
  /** Finds an included file: `path` as the include has it, `from` the `file` of the one that includes it. */
  readonly resolve: (path: string, from: string) => Resolution | Promise<Resolution>;
}

/**
 * Text to program, wherever the text comes from.
 * @throws IdlError
 */
export async function loadProgram(options: LoadOptions): Promise<Program> {
  const loading = load(options.entry, limitsOf(options), options);
  let step = loading.next();
  while (!step.done) step = loading.next(await options.resolve(step.value.path, step.value.from));
  return link(step.value, options);
}

export interface CompileOptions extends LinkOptions {
  /** The file to begin with; default the first. */
  readonly entry?: string;
  /** Where includes are looked up besides the folder of the file that includes; default the root. */
  readonly includeDirs?: readonly string[];
}

/**
 * Text to program, at once: `compile({ "a.thrift": 'include "b.thrift" …', "b.thrift": "…" })`.
 * @throws IdlError; TypeError for a text that is no string.
 */
export function compile(
  files: Readonly<Record<string, string>> | ReadonlyMap<string, string>,
  options: CompileOptions = {},
): Program {
  const texts: ReadonlyMap<string, string> = files instanceof Map ? files : new Map(Object.entries(files));
  const { includeDirs = [""] } = options;
  const entry = options.entry ?? texts.keys().next().value;
  const text = entry === undefined ? undefined : texts.get(entry);
  if (entry === undefined || text === undefined) throw new RangeError(`expected a file to begin with, got ${entry}`);
  const loading = load({ file: entry, text }, limitsOf(options), options);
  let step = loading.next();
  while (!step.done) {
    const { path, from } = step.value;
    step = loading.next(resolveIn(texts, path, [folderOf(from), ...includeDirs]));
  }
  return link(step.value, options);
}

function resolveIn(texts: ReadonlyMap<string, string>, path: string, folders: readonly string[]): Resolution {
  const tried = [...new Set(folders.map((folder) => joinPath(folder, path)))];
  for (const file of tried) {
    const text = texts.get(file);
    if (text !== undefined) return { file, text };
  }
  return { tried };
}
