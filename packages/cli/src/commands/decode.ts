import { printable } from "@seapink/addresses/command";
import { type Command, Option } from "commander";
import { decodeBytes } from "../decode/decode-bytes.ts";
import { inputBytes } from "../decode/input.ts";
import { decodedJson } from "../decode/json.ts";
import { type Names, namesOf, noNames } from "../decode/names.ts";
import { type ProtocolName, protocolNames } from "../decode/protocols.ts";
import { type Kind, kinds } from "../decode/readings.ts";
import { decodedText } from "../decode/text.ts";
import { addIdlOptions, type IdlOptions, load } from "../idl-options.ts";
import { jsonText } from "../json-text.ts";
import { printLines } from "../print-lines.ts";
import { UsageError } from "../usage-error.ts";

const examples = `
Examples:
  $ seapink decode 80 01 00 01 00000003 676574 00000001  0b 0001 00000001 61 00
  $ seapink decode call.bin --idl keyvalue.thrift
  $ tail -c +25 capture.bin | seapink decode - --as rocket --json
  $ seapink decode 0a0001000000000000000000 --idl fileserver.thrift --type FileInfo

Hex may have spaces, colons, commas, 0x, lines and comments from # on. The column on the left is the offset in hex. What
could be read of damaged bytes is shown before the error, and the exit code is 2.`;

interface DecodeOptions extends IdlOptions {
  readonly idl?: string;
  readonly type?: string;
  readonly as?: Kind;
  readonly protocol?: ProtocolName;
  readonly json?: boolean;
}

export function addDecode(program: Command): void {
  const command = program
    .command("decode [hex|file|-...]")
    .description("say what bytes are: frames, messages, structs, and the fields in them")
    .option("--idl <file>", "IDL to take names and types from")
    .option("--type <name>", "the bytes are this struct, union or exception of the IDL")
    .addOption(new Option("--as <kind>", "what the bytes are, if it is not what they look like").choices(kinds))
    .addOption(new Option("--protocol <name>", "what messages or structs are in").choices(protocolNames))
    .option("--json", "print JSON");
  addIdlOptions(command).addHelpText("after", examples).action(decode);
}

async function decode(words: readonly string[], options: DecodeOptions): Promise<void> {
  if (words.length === 0 && process.stdin.isTTY) throw new UsageError("expected hex, a file, or - for standard input");
  const names = await namesFor(options);
  const { as, protocol, json = false } = options;
  const decoded = decodeBytes(await inputBytes(words), { as, protocol, names });
  printLines(json ? jsonText(decodedJson(decoded)) : decodedText(decoded));
  const { error } = decoded;
  if (error === undefined) return;
  const place = error.offset === undefined ? "" : ` at offset ${error.offset} (0x${error.offset.toString(16)})`;
  console.error(printable(`${error.message}${place}`));
  process.exitCode = 2;
}

async function namesFor({ idl, type, ...options }: DecodeOptions): Promise<Names> {
  if (idl !== undefined) return namesOf(await load(idl, options), type);
  if (type !== undefined) throw new UsageError("--type: expected --idl, too, got none");
  return noNames;
}
