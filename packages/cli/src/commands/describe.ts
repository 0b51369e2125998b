import type { Program } from "@seapink/idl";
import { type Command, Option } from "commander";
import { describeJson, overviewJson } from "../describe/describe-json.ts";
import { describeText } from "../describe/describe-text.ts";
import { findNamed, namesOf } from "../describe/found.ts";
import { overview } from "../describe/overview.ts";
import { addIdlOptions, type IdlOptions, load } from "../idl-options.ts";
import { jsonText } from "../json-text.ts";
import { printLines } from "../print-lines.ts";

const examples = `
Examples:
  $ seapink describe keyvalue.thrift
  $ seapink describe keyvalue.thrift KeyValue.get
  $ seapink describe fileserver.thrift shared.FileInfo --json

NAME is a service, interaction, type or constant, with its prefix if it is of an included file, or a method: Service.method.
JSON is an object with kind, name, doc, annotations and, by kind, methods, args, fields, values, type or value; types are as in
IDL, values as JSON is read and written by call. Without NAME it has file, includes and definitions.`;

interface DescribeOptions extends IdlOptions {
  readonly json?: boolean;
  readonly names?: boolean;
}

export function addDescribe(program: Command): void {
  const command = program
    .command("describe <file> [name]")
    .description("show what a file defines, or all of one definition or method, and how to call it")
    .addOption(new Option("--json", "print JSON").conflicts("names"))
    .option("--names", "print the names that there are, one on each line");
  addIdlOptions(command).addHelpText("after", examples).action(run);
}

async function run(file: string, name: string | undefined, options: DescribeOptions): Promise<void> {
  const program = await load(file, options);
  const { json = false, names = false } = options;
  if (names) return printLines(namesOf(program).join("\n"));
  printLines(json ? jsonText(jsonOf(program, name)) : textOf(program, name));
}

function jsonOf(program: Program, name: string | undefined): object {
  return name === undefined ? overviewJson(program) : describeJson(findNamed(program, name));
}

function textOf(program: Program, name: string | undefined): string {
  return name === undefined ? overview(program) : describeText(program, findNamed(program, name));
}
