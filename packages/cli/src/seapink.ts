import { Command } from "commander";
import { addBench } from "./commands/bench.ts";
import { addCall } from "./commands/call.ts";
import { addCheck } from "./commands/check.ts";
import { addCompletion } from "./commands/completion.ts";
import { addDecode } from "./commands/decode.ts";
import { addDescribe } from "./commands/describe.ts";
import { addGenerate } from "./commands/generate.ts";
import { addServe } from "./commands/serve.ts";
import { version } from "./version.ts";

const examples = `
Examples:
  $ seapink call tcp://localhost:9090 KeyValue.get '{"key": "a"}' --idl keyvalue.thrift
  $ seapink describe keyvalue.thrift
  $ seapink generate keyvalue.thrift --out src/gen

seapink help COMMAND tells more, with examples.`;

/** The command with all that it can do. */
export function seapink(): Command {
  const program = new Command("seapink")
    .description("Thrift from the shell: check IDL, generate TypeScript, call and serve any service.")
    .version(version(), "-V, --version")
    .addHelpText("after", examples)
    .exitOverride();
  const add = [addCheck, addDescribe, addGenerate, addCall, addServe, addBench, addDecode, addCompletion];
  for (const addTo of add) addTo(program);
  return program;
}
