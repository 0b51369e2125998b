import { existsSync, globSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { output } from "./command.ts";
import { pathsIn, type Sample, sampleOf } from "./readme.ts";

/** Where an example is run, and where it and the files that it reads come from. */
export interface Places {
  /** Where packages are installed. */
  readonly folder: string;
  /** What its files stand beside, if the README does not say where the example is from. */
  readonly beside: string;
  readonly root: string;
}

/** Runs the example of a README where the packages that it needs are installed. */
export async function runExample(readme: string, { folder, beside, root }: Places): Promise<void> {
  const sample = sampleOf(readme);
  const name = basename(sample.file ?? `example.${sample.language}`);
  await writeFile(join(folder, name), sample.code);
  await copyNamed(sample.code, sample.file === undefined ? beside : join(root, dirname(sample.file)), folder);
  const [command, ...args] = commandOf(sample.language, name);
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

/** How a reader would run it. */
export function commandOf(language: Sample["language"], name: string): [command: string, ...args: string[]] {
  if (language === "sh") return ["bash", "-eu", name];
  return name.endsWith(".test.ts") ? ["npx", "--no", "--", "vitest", "run", name] : ["node", name];
}
