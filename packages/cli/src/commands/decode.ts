import { type Command, Option } from "commander";
import { kinds, protocolNames } from "../decode/kinds.ts";
import type { DecodeRequest } from "../decode/run-decode.ts";
import { addIdlOptions } from "../idl-options.ts";

const examples = `
Examples:
  $ seapink decode 80 01 00 01 00000003 676574 00000001  0b 0001 00000001 61 00
  $ seapink decode call.bin --idl keyvalue.thrift
  $ tail -c +25 capture.bin | seapink decode - --as rocket --json
  $ seapink decode 0a0001000000000000000000 --idl fileserver.thrift --type FileInfo

Hex may have spaces, colons, commas, 0x, lines and comments from # on. The column on the left is the offset in hex. What
could be read of damaged bytes is shown before the error, and the exit code is 2.

What does not say what it is has names of --idl only if something else does: for an answer of Rocket, its request in the same
input; for a struct alone, --type.`;

export function addDecode(program: Command): void {
  const command = program
    .command("decode [hex|file|-...]")
    .description("say what bytes are: frames, messages, structs, and the fields in them")
    .option("--idl <file>", "IDL to take names and types from")
    .option("--type <name>", "the bytes are this struct, union or exception of the IDL")
    .addOption(new Option("--as <kind>", "what the bytes are, if it is not what they look like").choices(kinds))
    .addOption(new Option("--protocol <name>", "what messages or structs are in").choices(protocolNames))
    .option("--json", "print JSON");
  addIdlOptions(command)
    .addHelpText("after", examples)
    .action(async (words: readonly string[], request: DecodeRequest) => {
      const { runDecode } = await import("../decode/run-decode.ts");
      await runDecode(words, request);
    });
}
