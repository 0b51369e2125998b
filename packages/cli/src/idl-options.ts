import { stat } from "node:fs/promises";
import { repeated } from "@seapink/addresses/command";
import type { IdlDialect, Program } from "@seapink/idl";
import type { LoadIdlOptions } from "@seapink/idl/node";
import { type Command, Option } from "commander";
import { UsageError } from "./usage-error.ts";

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

/** @throws IdlError, UsageError */
export async function load(
  file: string,
  { include, dialect }: IdlOptions,
  more: LoadIdlOptions = {},
): Promise<Program> {
  await checkRegular(file);
  const { loadIdl } = await import("@seapink/idl/node");
  return loadIdl(file, { ...more, includeDirs: include ?? [], dialect });
}

/** A pipe is no file: what is read again or included has a place that it stays at. */
async function checkRegular(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || found.isFile()) return;
  if (found.isDirectory()) {
    const { IdlError } = await import("@seapink/idl");
    throw new IdlError("missing_file", `expected a file, got a folder: ${file}`, { file });
  }
  throw new UsageError(`expected a regular file with IDL, got a pipe or a device at ${file}`);
}
