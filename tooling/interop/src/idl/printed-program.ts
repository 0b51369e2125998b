import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { print, type Program } from "@seapink/idl";

/** Prints all files of a program below a folder, where each lies as it does below the root: includes lead to one another. */
export async function writePrinted(program: Program, folder: string): Promise<void> {
  for (const [file, { document }] of program.files) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, print(document));
  }
}
