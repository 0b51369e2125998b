import { exitCodes } from "@seapink/addresses/command";
import { isColoured } from "../is-coloured.ts";
import { showDiagnostic } from "../show-diagnostic.ts";
import { differences, type GenerateFilesOptions, makeFiles, writeFiles } from "./generate-files.ts";

/** What `seapink generate` is asked for. */
export interface GenerateRequest extends GenerateFilesOptions {
  readonly check?: boolean;
}

/** Writes the files, or says what differs; prints their paths, and returns the exit code. */
export async function runGenerate(
  files: readonly string[],
  { check = false, ...options }: GenerateRequest,
): Promise<number> {
  const made = await makeFiles(files, options);
  const hasColours = isColoured(process.stderr);
  for (const warning of made.warnings) console.error(showDiagnostic(warning, hasColours));
  const lines = check ? await differences(made.files, options.out) : await writeFiles(made.files, options);
  for (const line of lines) console.log(line);
  return check && lines.length > 0 ? exitCodes.finding : 0;
}
