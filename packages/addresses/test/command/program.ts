import { exitCodes, exiting, outcomeOf, repeated, runCommand, serveUntilStopped } from "@seapink/addresses/command";
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
program.command("much").action(() => {
  console.error("begins");
  console.log("x".repeat(999_999));
});
program.command("hold").action(() => {
  setInterval(() => undefined, 1_000);
});
program
  .command("code [number]")
  .action(exiting(async (text?: string) => (text === undefined ? undefined : Number(text))));
const failures = {
  own: new SyntaxError("a failure of its own"),
  colours: new RangeError("\u001b[31mred\u001b[39m\nand more"),
  long: new Error("x".repeat(5_000_000)),
  otherwise: new Error("a \u001b[31mfailure\nof others"),
};
program.command("fail <how>").action((how: keyof typeof failures) => {
  throw failures[how];
});
program.command("serve <address...>").action(async (addresses: string[]) => {
  const { handler, called, letGo } = heldEcho();
  void called.then(() => console.error("called"));
  process.on("SIGTERM", () => setImmediate(letGo));
  await serveUntilStopped(handler, addresses.map(parseAddress), { notes: ["ready"] });
});

await runCommand(program, (error) => {
  if (error instanceof SyntaxError) return { message: "its own", exitCode: exitCodes.declared };
  return { ...outcomeOf(error), isSafe: error instanceof RangeError };
});
