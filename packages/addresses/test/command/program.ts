import { exitCodes, outcomeOf, repeated, runCommand, serveUntilStopped } from "@seapink/addresses/command";
import { parseAddress } from "@seapink/addresses";
import { Command } from "commander";
import { heldEcho } from "../echo.ts";

// A program for the tests of this folder, run as a process.
const program = new Command("program").exitOverride();
program
  .command("show")
  .option("--word <word>", "a word", repeated)
  .action(({ word }) => console.log(word));
program.command("count").action(async () => {
  for (let i = 0; ; i++) {
    console.log(`line ${i}`);
    if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
});
program.command("fail <how>").action((how: string) => {
  throw how === "own" ? new SyntaxError("a failure of its own") : new Error("a failure");
});
program.command("serve <address...>").action(async (addresses: string[]) => {
  const { handler, called, letGo } = heldEcho();
  void called.then(() => console.error("called"));
  process.on("SIGTERM", () => setImmediate(letGo));
  await serveUntilStopped(handler, addresses.map(parseAddress), { notes: ["ready"] });
});

await runCommand(program, (error) =>
  error instanceof SyntaxError ? { message: "its own", exitCode: exitCodes.declared } : outcomeOf(error),
);
