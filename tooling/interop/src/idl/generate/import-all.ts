import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Fault, messageOf } from "./fault.ts";
import { type Mode, modes, type Trial } from "./trial.ts";

const run = promisify(execFile);

const main = fileURLToPath(new URL("import-main.ts", import.meta.url));

/** What is compiled ahead of time needs no code made from text. */
const flags: Readonly<Record<Mode, readonly string[]>> = {
  plain: [],
  aot: ["--disallow-code-generation-from-strings"],
};

/** Imports generated files as they stand, in a process for each mode, and tells what is wrong with what they export. */
export async function importAll(trials: readonly Trial[], folder: string): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const mode of modes) {
    const own = trials.filter((trial) => trial.mode === mode);
    const file = join(folder, `${mode}.json`);
    await writeFile(file, JSON.stringify(own));
    const { lines, complaint } = await linesOf([...flags[mode], main, file]);
    const told = new Map(lines.map(({ path, reasons }) => [path, reasons]));
    for (const { path, source } of own) {
      const reasons = told.get(path) ?? [`import: ${complaint}`];
      faults.push(...reasons.map((reason) => ({ source, reason: `${mode}: ${reason}` })));
    }
  }
  return faults;
}

interface Line {
  readonly path: string;
  readonly reasons: readonly string[];
}

async function linesOf(
  args: readonly string[],
): Promise<{ readonly lines: readonly Line[]; readonly complaint: string }> {
  const options = { maxBuffer: 2 ** 28 };
  try {
    const { stdout } = await run(process.execPath, ["--conditions=@seapink/source", ...args], options);
    return { lines: parsed(stdout), complaint: "expected the file to be imported, got the end of the process" };
  } catch (error) {
    // What it told before it ended is as good as ever.
    const stdout = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    return { lines: parsed(stdout), complaint: messageOf(error).slice(0, 500) };
  }
}

function parsed(stdout: string): readonly Line[] {
  const whole = stdout.slice(0, stdout.lastIndexOf("\n") + 1);
  return whole.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
}
