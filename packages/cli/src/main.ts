#!/usr/bin/env node
import module from "node:module";
import { fileURLToPath } from "node:url";

// Before anything is loaded: what is compiled once need not be again. It lies in the package, as safe as the code itself.
module.enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
const { runCommand } = await import("@seapink/addresses/command");
const { seapink } = await import("./seapink.ts");

await runCommand(seapink(), async (error) => {
  const { outcomeOf } = await import("./outcome.ts");
  return outcomeOf(error);
});
