import { link, type LinkOptions } from "./link.ts";
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
 * @throws IdlError; RangeError for an option or limit that is none
 */
export async function loadProgram(options: LoadOptions): Promise<Program> {
  const loading = load(options.entry, options);
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

/** Texts by path: with slashes, relative to a root or absolute. */
export type IdlTexts = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/**
 * Text to program, at once: `compile({ "a.thrift": 'include "b.thrift" …', "b.thrift": "…" })`.
 * @throws IdlError; TypeError for a text that is no string; RangeError without a file to begin with, with two of one
 * path, or for an option or limit that is none
 */
export function compile(files: IdlTexts, options: CompileOptions = {}): Program {
  const texts = filesByPath(files);
  const { includeDirs = [""] } = options;
  const path = options.entry ?? texts.values().next().value?.file;
  const entry = path === undefined ? undefined : texts.get(joinPath("", path));
  if (!entry) throw new RangeError(`expected a file to begin with, got ${path}`);
  const loading = load(entry, options);
  let step = loading.next();
  while (!step.done) {
    const { path, from } = step.value;
    step = loading.next(resolveIn(texts, path, [folderOf(from), ...includeDirs]));
  }
  return link(step.value, options);
}

/** By the path as it reads when `.` and `..` are worked out, which is how includes lead to it. */
function filesByPath(files: IdlTexts): Map<string, IdlFile> {
  const byPath = new Map<string, IdlFile>();
  for (const [file, text] of files instanceof Map ? files : Object.entries(files)) {
    const path = joinPath("", file);
    const other = byPath.get(path)?.file;
    if (other !== undefined) throw new RangeError(`expected one text for each path, got both ${other} and ${file}`);
    byPath.set(path, { file, text });
  }
  return byPath;
}

function resolveIn(texts: ReadonlyMap<string, IdlFile>, path: string, folders: readonly string[]): Resolution {
  const tried = [...new Set(folders.map((folder) => joinPath(folder, path)))];
  for (const candidate of tried) {
    const file = texts.get(candidate);
    if (file) return file;
  }
  return { tried };
}
