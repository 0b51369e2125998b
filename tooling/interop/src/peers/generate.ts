import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { idlFiles } from "../services.ts";
import type { Workshop } from "../workshop.ts";

const run = promisify(execFile);

export interface Generated {
  /** As it calls itself: `Thrift version 0.17.0`. */
  readonly compiler: string;
  readonly folder: string;
}

/**
 * Code for a peer, by Apache's compiler. Old compilers know no uuid: they read `double` in its place, and who can do
 * better puts the uuids back into the code.
 */
export async function generate(
  workshop: Workshop,
  language: "py" | "js:node,es6",
  compiler = "thrift",
): Promise<Generated | { readonly missing: string }> {
  const version = await run(compiler, ["--version"]).catch(() => undefined);
  if (version === undefined) return { missing: `the compiler (${compiler}, package thrift-compiler) is not installed` };
  const folder = join(workshop.folder, `gen-${language.split(":")[0]}`);
  await mkdir(folder, { recursive: true });
  for (const file of idlFiles) {
    const text = await readFile(file, "utf8");
    const copy = join(folder, basename(file.pathname));
    await writeFile(copy, text.replace(/\buuid\b/g, "double"));
    await run(compiler, ["-nowarn", "--allow-neg-keys", "--gen", language, "-out", folder, copy]);
  }
  return { compiler: version.stdout.trim(), folder };
}
