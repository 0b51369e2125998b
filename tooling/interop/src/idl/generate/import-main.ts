import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { messageOf } from "./fault.ts";
import { tryModule } from "./try-module.ts";
import type { Trial } from "./trial.ts";

// Run as a process of its own, with the path of a file that holds the trials: imports each generated file, and prints a
// line for it, with what is wrong.

const trials = JSON.parse(await readFile(process.argv[2] ?? "", "utf8")) as readonly Trial[];
for (const trial of trials) console.log(JSON.stringify({ path: trial.path, reasons: await reasonsOf(trial) }));

async function reasonsOf({ path, shapes }: Trial): Promise<readonly string[]> {
  try {
    // The path is that of a file which was written a moment ago.
    return tryModule((await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>, shapes);
  } catch (error) {
    return [`import: ${messageOf(error)}`];
  }
}
