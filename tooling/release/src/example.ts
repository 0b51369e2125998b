import { existsSync, globSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { output } from "./command.ts";
import type { Command } from "./manager.ts";
import { pathsIn, type Sample, sampleOf } from "./readme.ts";

/** Where an example is run, where it and the files that it reads come from, and how installed commands are run. */
export interface Places {
  /** Where packages are installed. */
  readonly folder: string;
  /** What goes before an installed command. */
  readonly execute: Command;
  /** What its files stand beside, if the README does not say where the example is from. */
  readonly beside: string;
  readonly root: string;
}

/** Runs the example of a README where the packages that it needs are installed. */
export async function runExample(readme: string, { folder, execute, beside, root }: Places): Promise<void> {
  const sample = sampleOf(readme);
  const name = basename(sample.file ?? `example.${sample.language}`);
  await writeFile(join(folder, name), sample.code);
  await copyNamed(sample.code, sample.file === undefined ? beside : join(root, dirname(sample.file)), folder);
  const [command, ...args] = commandOf(sample, { name, execute });
  await output(command, args, folder);
}

/** Copies the files that a text names, and those that these name. */
export async function copyNamed(text: string, from: string, to: string): Promise<void> {
  for (const path of pathsIn(text).flatMap((pattern) => globSync(pattern, { cwd: from }))) {
    const [source, target] = [join(from, path), join(to, path)];
    if (existsSync(target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await copyFile(source, target);
    await copyNamed(await readFile(source, "utf8"), dirname(source), dirname(target));
  }
}

interface RunOptions {
  /** The file that it is in. */
  readonly name: string;
  readonly execute: Command;
}

/** How a reader would run it. */
export function commandOf({ language }: Pick<Sample, "language">, { name, execute }: RunOptions): Command {
  if (language === "sh") return ["bash", "-eu", name];
  return name.endsWith(".test.ts") ? [...execute, "vitest", "run", name] : ["node", name];
}
