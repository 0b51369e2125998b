import { printable } from "@seapink/addresses/command";
import type { IdlOptions } from "../idl-options.ts";
import { isColoured } from "../is-coloured.ts";
import { checkFiles } from "./check-files.ts";

/** Checks files, prints what is to be said of them, and returns the exit code. */
export async function runCheck(files: readonly string[], options: IdlOptions): Promise<number> {
  const checked = await checkFiles(files, { ...options, isColoured: isColoured(process.stdout) });
  for (const finding of checked.findings) console.log(finding);
  for (const failure of checked.failures) console.error(printable(failure));
  console.error(checked.summary);
  return checked.exitCode;
}
