import { resolve } from "node:path";
import { generate, type GeneratedFile, type GenerateOptions } from "@seapink/codegen";
import { type Diagnostic, IdlError } from "@seapink/idl";
import type { LoadIdlOptions } from "@seapink/idl/node";
import type { IdlOptions } from "../idl-options.ts";
import { loadAll } from "../load-all.ts";
import { pathFromHere } from "../show-diagnostic.ts";
import { UsageError } from "../usage-error.ts";
import { compare } from "./compare.ts";
import { distinctPrograms } from "./distinct-programs.ts";
import { writeWhole } from "./write-file.ts";

export interface GenerateFilesOptions extends IdlOptions, GenerateOptions, Pick<LoadIdlOptions, "i64"> {
  readonly out: string;
  /** Whether to write over files that were not generated. */
  readonly force?: boolean;
}

/** TypeScript that was made of IDL, and what was doubtful about that. */
export interface Made {
  readonly files: readonly GeneratedFile[];
  readonly warnings: readonly Diagnostic[];
}

/** @throws IdlError with what is wrong in all of the files */
export async function makeFiles(
  files: readonly string[],
  { i64, aot, extension, root, ...idl }: Omit<GenerateFilesOptions, "out">,
): Promise<Made> {
  const more = i64 === undefined ? {} : { i64 };
  const { programs, diagnostics, unreadable } = await loadAll(files.map(absolute), withAbsolute(idl), more);
  const [lost] = unreadable;
  if (lost)
    throw new UsageError(
      lost.message.replace(lost.file, () => pathFromHere(lost.file)),
      { cause: lost },
    );
  const [error] = diagnostics.filter(({ severity }) => severity === "error");
  if (error) throw new IdlError(error.code, error.message, { file: error.file, diagnostics });
  const options = {
    ...(aot && { aot }),
    ...(extension && { extension }),
    ...(root !== undefined && { root: absolute(root) }),
  };
  return { files: generate(await distinctPrograms(programs), options), warnings: diagnostics };
}

// Which folder all files share can only be told of paths that begin alike.
function absolute(path: string): string {
  return resolve(path);
}

function withAbsolute({ include, ...idl }: IdlOptions): IdlOptions {
  return include === undefined ? idl : { ...idl, include: include.map(absolute) };
}

/**
 * Writes what differs, and returns where.
 * @throws UsageError for a place outside of the folder, or where something is that was not generated; then nothing is written
 */
export async function writeFiles(
  files: readonly GeneratedFile[],
  { out, force = false }: Pick<GenerateFilesOptions, "out" | "force">,
): Promise<readonly string[]> {
  const compared = await compare(out, files);
  const foreign = compared.find(({ isForeign }) => isForeign);
  if (foreign && !force) {
    throw new UsageError(`expected a generated file at ${foreign.place}, got another; --force replaces it`);
  }
  const changed = compared.filter(({ state }) => state !== "same");
  for (const { place, text } of changed) await writeWhole(place, text);
  return changed.map(({ place }) => place);
}

/** A line for each file that is not as it would be written. */
export async function differences(files: readonly GeneratedFile[], out: string): Promise<readonly string[]> {
  const changed = (await compare(out, files)).filter(({ state }) => state !== "same");
  return changed.map(({ state, place }) => `${state}: ${place}`);
}
