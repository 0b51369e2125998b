import { Argument, Command, Option } from "commander";

/** A program with one of everything. */
export function tool(): Command {
  const program = new Command("tool").version("1.0.0");
  program
    .command("read <file> [name]")
    .description("read what's there")
    .option("-I, --include <dir>", "where to look")
    .option("--json", "print JSON");
  program
    .command("call <address> <method> [json]")
    .description("call")
    .requiredOption("--idl <file>", "the IDL")
    .option("--count <n>", "how many")
    .option("--then <'method json'>", "what then")
    .addOption(new Option("--secret <file>").hideHelp());
  program.command("many <file...>").description("all of them");
  program
    .command("show")
    .addArgument(new Argument("<shell>").choices(["bash", "fish"]))
    .addOption(new Option("--as <kind>", "as what").choices(["a", "b"]));
  return program;
}
