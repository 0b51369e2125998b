import { exiting } from "@seapink/addresses/command";
import type { Command } from "commander";
import { addIdlOptions, type IdlOptions } from "../idl-options.ts";

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
  addIdlOptions(command).action(
    exiting(async (files: readonly string[], options: IdlOptions) => {
      const { runCheck } = await import("../check/run-check.ts");
      return runCheck(files, options);
    }),
  );
}
