import { errorLine, exitCodes } from "@seapink/addresses/command";
import { isColoured } from "../is-coloured.ts";
import { showDiagnostic } from "../show-diagnostic.ts";
import { UsageError } from "../usage-error.ts";
import { differences, type GenerateFilesOptions, makeFiles, writeFiles } from "./generate-files.ts";
import { staleFiles } from "./stale-files.ts";

/** What `seapink generate` is asked for. */
export interface GenerateRequest extends GenerateFilesOptions {
  readonly check?: boolean;
}

/** Writes the files, or says what differs; prints their paths, and returns the exit code. */
export async function runGenerate(
  files: readonly string[],
  { check = false, ...options }: GenerateRequest,
): Promise<number> {
  expectFolders(options);
  const made = await makeFiles(files, options);
  const hasColours = isColoured(process.stderr);
  for (const warning of made.warnings) console.error(showDiagnostic(warning, hasColours));
  const lines = check ? await differences(made.files, options.out) : await writeFiles(made.files, options);
  for (const line of lines) console.log(line);
  // Without it, a file more or less may change the names of all.
  const stale = options.root === undefined ? [] : await staleFiles(options.out, made.files);
  for (const line of stale) console.error(errorLine(line));
  return check && lines.length > 0 ? exitCodes.finding : 0;
}

function expectFolders({ out, root }: GenerateRequest): void {
  if (out === "") throw new UsageError('--out: expected a folder, got ""');
  if (root === "") throw new UsageError('--root: expected a folder, got ""');
}
