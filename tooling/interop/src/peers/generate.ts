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

interface GenerateOptions {
  readonly compiler?: string;
  /** What else this peer has to read in place of the text. */
  readonly edit?: (text: string) => string;
}

/**
 * Code for a peer, by Apache's compiler. Old compilers know no uuid: they read `double` in its place, and who can do
 * better puts the uuids back into the code.
 */
export async function generate(
  workshop: Workshop,
  peer: string,
  language: "py" | "js:node,es6",
  { compiler = "thrift", edit = (text) => text }: GenerateOptions = {},
): Promise<Generated | { readonly missing: string }> {
  const version = await run(compiler, ["--version"]).catch(() => undefined);
  if (version === undefined) return { missing: `the compiler (${compiler}, package thrift-compiler) is not installed` };
  const folder = join(workshop.folder, peer);
  await mkdir(folder, { recursive: true });
  for (const file of idlFiles) {
    const text = await readFile(file, "utf8");
    const copy = join(folder, basename(file.pathname));
    await writeFile(copy, edit(text.replace(/\buuid\b/g, "double")));
    await run(compiler, ["-nowarn", "--allow-neg-keys", "--gen", language, "-out", folder, copy]);
  }
  return { compiler: version.stdout.trim(), folder };
}
