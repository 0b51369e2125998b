import { exiting } from "@seapink/addresses/command";
import { type Command, Option } from "commander";
import type { GenerateRequest } from "../generate/run-generate.ts";
import { addIdlOptions } from "../idl-options.ts";

const examples = `
Examples:
  $ seapink generate keyvalue.thrift --out src/gen
  $ seapink generate idl/*.thrift -I vendor --out src/gen --i64 number
  $ seapink generate idl/*.thrift --out src/gen --check
  $ seapink generate idl/*.thrift vendor/*.thrift --root . --out src/gen

Files that would stay the same are left alone. --check exits with 1 and names each file that differs or is missing.

Where the files are in several folders, give --root: without it, a file more may change where all others are written. With
it, generated files in the output that are not of these files are named on standard error, as stale; they are left alone.`;

export function addGenerate(program: Command): void {
  const command = program
    .command("generate <file...>")
    .description("write TypeScript for IDL files, and for those that they include")
    .requiredOption("--out <dir>", "the folder to write to")
    .addOption(new Option("--i64 <type>", "what an i64 becomes (default: bigint)").choices(["bigint", "number"]))
    .option("--aot", "write compiled codecs along, so that nothing needs new Function")
    .addOption(new Option("--extension <ext>", "what imports end in (default: .ts)").choices([".ts", ".js"]))
    .option(
      "--root <dir>",
      "the folder that paths in the output are relative to (default: the one that all files share)",
    )
    .option("--check", "write nothing, and exit with 1 if anything would be written")
    .option("--force", "write over files that were not generated, too");
  addIdlOptions(command)
    .addHelpText("after", examples)
    .action(
      exiting(async (files: readonly string[], request: GenerateRequest) => {
        const { runGenerate } = await import("../generate/run-generate.ts");
        return runGenerate(files, request);
      }),
    );
}
