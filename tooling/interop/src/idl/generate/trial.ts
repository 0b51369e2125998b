import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { shapesOf } from "@seapink/codegen/internal";
import type { Program } from "@seapink/idl";
import type { Fault } from "./fault.ts";
import { makeCode } from "./make-code.ts";

export const modes = ["plain", "aot"] as const;

export type Mode = (typeof modes)[number];

/** A generated file, on its way through the checks. */
export interface Trial {
  /** The IDL file that it was made of. */
  readonly source: string;
  /** Where it lies. */
  readonly path: string;
  readonly mode: Mode;
  /** What it must describe. */
  readonly shapes: Readonly<Record<string, string>>;
}

/** Generates the programs in each mode, and writes what comes of it below the folder. */
export async function writeTrials(
  programs: readonly Program[],
  folder: string,
): Promise<{ readonly trials: readonly Trial[]; readonly faults: readonly Fault[] }> {
  const files = new Map(programs.flatMap((program) => [...program.files]));
  const trials: Trial[] = [];
  const faults: Fault[] = [];
  for (const mode of modes) {
    const made = makeCode(programs, { aot: mode === "aot" });
    faults.push(...made.faults.map(({ source, reason }) => ({ source, reason: `${mode}: ${reason}` })));
    for (const [i, group] of made.groups.entries()) {
      for (const { path, source, text } of group) {
        const file = files.get(source);
        const trial = { source, mode, path: join(folder, mode, `${i}`, path), shapes: file ? shapesOf(file) : {} };
        await mkdir(dirname(trial.path), { recursive: true });
        await writeFile(trial.path, text);
        trials.push(trial);
      }
    }
  }
  return { trials, faults };
}
