import { resolve } from "node:path";
import { type Diagnostic, IdlError, type Program } from "@seapink/idl";
import type { LoadIdlOptions } from "@seapink/idl/node";
import { type IdlOptions, load } from "./idl-options.ts";

/** Several files, read as far as they could be. */
export interface LoadedFiles {
  /** Of the files without errors, in the order that they were asked for. */
  readonly programs: readonly Program[];
  /** Of all of them; what is said of a file that several of them include, once. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that are none, or that cannot be read. */
  readonly unreadable: readonly IdlError[];
}

/** Reads, links and checks each of the files. */
export async function loadAll(
  files: readonly string[],
  options: IdlOptions,
  more?: LoadIdlOptions,
): Promise<LoadedFiles> {
  const programs: Program[] = [];
  const unreadable: IdlError[] = [];
  const diagnostics = new Map<string, Diagnostic>();
  const tell = (told: readonly Diagnostic[]): void => {
    for (const diagnostic of told) diagnostics.set(keyOf(diagnostic), diagnostic);
  };
  for (const file of new Set(files)) {
    try {
      const program = await load(file, options, more);
      programs.push(program);
      tell(program.warnings);
    } catch (error) {
      if (!(error instanceof IdlError)) throw error;
      if (error.diagnostics.length === 0) unreadable.push(error);
      tell(error.diagnostics);
    }
  }
  return { programs, diagnostics: [...diagnostics.values()], unreadable };
}

function keyOf({ file, line, column, code, message }: Diagnostic): string {
  return JSON.stringify([resolve(file), line, column, code, message]);
}
