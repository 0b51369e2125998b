import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { realPath, unusable } from "./out-folder.ts";

/**
 * Writes a file so that nobody ever sees a part of it. A link stays: what it leads to is written.
 * @throws UsageError
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const real = await realPath(path);
  const folder = dirname(real);
  const draft = join(folder, `.${basename(real)}.${process.pid}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, text);
    await rename(draft, real);
  } catch (error) {
    await rm(draft, { force: true });
    throw unusable(path, "written", error);
  }
}
