import { repeated } from "@seapink/addresses/command";
import type { IdlDialect } from "@seapink/idl";
import { loadIdl, type LoadIdlOptions } from "@seapink/idl/node";
import type { Program } from "@seapink/idl";
import { type Command, Option } from "commander";

/** The options of every command that reads IDL, as the parser gives them. */
export interface IdlOptions {
  readonly include?: readonly string[];
  readonly dialect?: IdlDialect;
}

/** Adds `-I` and `--dialect`. */
export function addIdlOptions(command: Command): Command {
  return command
    .option(
      "-I, --include <dir>",
      "where included files are looked up, besides the folder of the file; repeatable",
      repeated,
    )
    .addOption(
      new Option("--dialect <name>", "whose meaning the text has where compilers disagree").choices([
        "apache",
        "thriftgo",
        "fbthrift",
      ]),
    );
}

/** @throws IdlError */
export function load(file: string, { include, dialect }: IdlOptions, more: LoadIdlOptions = {}): Promise<Program> {
  return loadIdl(file, { ...more, includeDirs: include ?? [], dialect });
}
