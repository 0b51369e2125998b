import { realpath } from "node:fs/promises";
import type { Program } from "@seapink/idl";

/**
 * Without programs of a file that another of them has under another name: a link leads there. Of programs of one file
 * the first stays.
 */
export async function distinctPrograms(programs: readonly Program[]): Promise<readonly Program[]> {
  const reals = new Map<string, string>();
  for (const file of new Set(programs.flatMap(({ files }) => [...files.keys()]))) reals.set(file, await realpath(file));
  let kept = programs;
  for (const program of programs.toReversed()) {
    const real = reals.get(program.file);
    const isElsewhere = (file: string): boolean => file !== program.file && reals.get(file) === real;
    if (kept.some(({ files }) => [...files.keys()].some(isElsewhere))) kept = kept.filter((one) => one !== program);
  }
  return kept;
}
