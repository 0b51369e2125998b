import { addressForms } from "@seapink/addresses";
import { repeated, runCommand } from "@seapink/addresses/command";
import { Command } from "commander";
import { withClient } from "./call.ts";
import { outcomeOf } from "./outcome.ts";
import { serve, type ServeOptions } from "./serve.ts";
import { wrongWithKey } from "./wrong-with-key.ts";

const everywhere = "any://127.0.0.1:9090";
const there = "tcp://127.0.0.1:9090";

function commands(): Command {
  const program = new Command("key-value").description("A key-value store over Thrift.").exitOverride();
  program
    .command("serve")
    .description("serve until interrupted")
    .option("--listen <address>", `${addressForms}, repeatable (default: ${everywhere})`, repeated)
    .option("--data <dir>", "where the values are kept", ".data/key-value")
    .action(({ listen, data }: Partial<ServeOptions> & { data: string }) =>
      serve({ listen: listen ?? [everywhere], data }),
    );
  program
    .command("get <key>")
    .description("print the value of a key")
    .option("--at <address>", "where the server listens", there)
    .action(async (key: string, { at }: { at: string }) => {
      checkKey(key);
      console.log(await withClient(at, (client) => client.get({ key })));
    });
  program
    .command("set <key> <value>")
    .description("set the value of a key, and print it")
    .option("--at <address>", "where the server listens", there)
    .action(async (key: string, value: string, { at }: { at: string }) => {
      checkKey(key);
      console.log(await withClient(at, (client) => client.set({ key, value })));
    });
  return program;
}

/** Before anybody is asked: a mistake in the command, which is no error of the server. */
function checkKey(key: string): void {
  const wrong = wrongWithKey(key);
  if (wrong !== undefined) throw new RangeError(wrong);
}

await runCommand(commands(), outcomeOf);
