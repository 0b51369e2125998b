import { printable } from "@seapink/addresses/command";
import type { Command } from "commander";
import { checkFiles } from "../check/check-files.ts";
import { addIdlOptions, type IdlOptions } from "../idl-options.ts";
import { isColoured } from "../is-coloured.ts";

const examples = `
Examples:
  $ seapink check keyvalue.thrift
  $ seapink check idl/*.thrift -I vendor

Errors and warnings are printed on standard output. Exit code: 0 without errors, 1 with some, 2 for a file that cannot be read.`;

export function addCheck(program: Command): void {
  const command = program
    .command("check <file...>")
    .description("check IDL: its grammar, names, ids and values")
    .addHelpText("after", examples);
  addIdlOptions(command).action(check);
}

async function check(files: readonly string[], options: IdlOptions): Promise<void> {
  const { findings, failures, summary, exitCode } = await checkFiles(files, {
    ...options,
    isColoured: isColoured(process.stdout),
  });
  for (const finding of findings) console.log(finding);
  for (const failure of failures) console.error(printable(failure));
  console.error(summary);
  process.exitCode = exitCode;
}
