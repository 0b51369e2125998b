#!/usr/bin/env node
import { runCommand } from "@seapink/addresses/command";
import { Command } from "commander";
import { addBench } from "./commands/bench.ts";
import { addCall } from "./commands/call.ts";
import { addCheck } from "./commands/check.ts";
import { addCompletion } from "./commands/completion.ts";
import { addDecode } from "./commands/decode.ts";
import { addDescribe } from "./commands/describe.ts";
import { addGenerate } from "./commands/generate.ts";
import { addServe } from "./commands/serve.ts";
import { outcomeOf } from "./outcome.ts";
import { version } from "./version.ts";

function commands(): Command {
  const program = new Command("seapink")
    .description("Thrift from the shell: check IDL, generate TypeScript, call and serve any service.")
    .version(version(), "-V, --version")
    .exitOverride();
  const add = [addCheck, addDescribe, addGenerate, addCall, addServe, addBench, addDecode, addCompletion];
  for (const addTo of add) addTo(program);
  return program;
}

await runCommand(commands(), outcomeOf);
