import { mkdir, writeFile } from "node:fs/promises";
import { output } from "./command.ts";
import type { Tarball } from "./tarball.ts";

/** Installs the tarballs with npm into an empty folder, outside of any workspace. */
export async function installFor(stranger: string, tarballs: readonly Tarball[]): Promise<void> {
  await mkdir(stranger, { recursive: true });
  await writeFile(`${stranger}/package.json`, '{ "private": true, "type": "module" }\n');
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  await output("npm", ["install", "--prefix", stranger, ...quiet, ...tarballs.map(({ path }) => path)], stranger);
}

/** Imports a package there, each entry in a process of its own, as its user would. */
export async function importFrom(stranger: string, { entries }: Tarball): Promise<void> {
  for (const entry of entries) {
    const program = `if (Object.keys(await import("${entry}")).length === 0) throw new Error("${entry} exports nothing")`;
    await output("node", ["--input-type=module", "--eval", program], stranger);
  }
}
