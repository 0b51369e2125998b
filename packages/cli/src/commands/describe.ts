import { type Command, Option } from "commander";
import type { DescribeRequest } from "../describe/run-describe.ts";
import { addIdlOptions } from "../idl-options.ts";

const examples = `
Examples:
  $ seapink describe keyvalue.thrift
  $ seapink describe keyvalue.thrift KeyValue.get
  $ seapink describe fileserver.thrift shared.FileInfo --json

NAME is a service, interaction, type or constant, with its prefix if it is of an included file, or a method: Service.method.
JSON is an object with kind, name, doc, annotations and, by kind, methods, args, fields, values, type or value; types are as in
IDL, values as JSON is read and written by call. Without NAME it has file, includes and definitions.`;

export function addDescribe(program: Command): void {
  const command = program
    .command("describe <file> [name]")
    .description("show what a file defines, or all of one definition or method, and how to call it")
    .addOption(new Option("--json", "print JSON").conflicts("names"))
    .option("--names", "print the names that there are, one on each line")
    .addOption(new Option("--only <kind>", "of the names, for completion").choices(["methods", "steps"]).hideHelp());
  addIdlOptions(command)
    .addHelpText("after", examples)
    .action(async (file: string, name: string | undefined, request: DescribeRequest) => {
      const { runDescribe } = await import("../describe/run-describe.ts");
      await runDescribe(file, name, request);
    });
}
