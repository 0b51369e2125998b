import { exiting, repeated } from "@seapink/addresses/command";
import { addressForms } from "@seapink/addresses/notation";
import type { Command } from "commander";
import { addIdlOptions } from "../idl-options.ts";
import type { ServeOptions } from "../serve/serve.ts";

const more = `
Without a script, each method answers a sample: strings say the name of their field, numbers are 1 or 1.5, containers
have one element, streams three items. A script is a module with functions by the names of services and methods:

  export default (idl) => {
    const NotFound = idl.exception("NotFoundError");
    const values = new Map();
    return {
      KeyValue: {
        get({ key }, context) {
          if (!values.has(key)) throw new NotFound({ key });
          return values.get(key);
        },
        // …
      },
    };
  };

What it lacks is answered by samples, and so is a function that returns nothing.

Examples:
  $ seapink serve --idl keyvalue.thrift --listen tcp://127.0.0.1:9090
  $ seapink serve --idl keyvalue.thrift --listen any://127.0.0.1:0 --script keyvalue.js -v
  $ seapink serve --idl all.thrift --service KeyValue --listen rocket://127.0.0.1:9090 --listen unix:/tmp/kv.sock

Exit code: 0 after SIGINT or SIGTERM, when what ran has finished; 2 for a mistake; 3 if it cannot listen.`;

export function addServe(program: Command): void {
  const command = program
    .command("serve")
    .description("a mock server: answer each method by a script, or with a sample")
    .requiredOption("--idl <file>", "what is served")
    .requiredOption("--listen <address>", `${addressForms}; repeatable`, repeated)
    .option("--script <file>", "a module that answers methods")
    .option("--service <name>", "serve this one of the file, not all; repeatable", repeated)
    .option("-v, --verbose", "print each call on standard error")
    .addHelpText("after", more);
  addIdlOptions(command).action(exiting(run));
}

/** What serving needs is not loaded before somebody serves. */
async function run(options: ServeOptions): Promise<void> {
  const { serve } = await import("../serve/serve.ts");
  return serve(options);
}
