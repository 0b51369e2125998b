import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { output } from "./command.ts";

/** Each change since the main branch has its note for the users of what it changes. */
export async function changesetsAreThere(root: string): Promise<void> {
  await output("pnpm", ["exec", "changeset", "status", `--since=${await mainBranch(root)}`], root);
}

// A clone for a build may have no branches at all.
async function mainBranch(root: string): Promise<string> {
  const names = ["main", "origin/main"];
  const known = await output("git", ["for-each-ref", "--format=%(refname:short)"], root);
  return names.find((name) => known.split("\n").includes(name)) ?? "HEAD";
}

/** What `generate` scripts would write is there. */
export async function generatedFilesAreCurrent(root: string): Promise<void> {
  await output("pnpm", ["run", "generate", "--check"], root);
}

/** The lockfile names packages by their integrity alone, so that any registry serves them. */
export async function lockfileNamesNoRegistry(root: string): Promise<void> {
  const [named] = addressesIn(await readFile(join(root, "pnpm-lock.yaml"), "utf8"));
  if (named !== undefined) throw new Error(`expected no addresses in pnpm-lock.yaml, got ${named}`);
}

/** The lines of a lockfile that say where a package is downloaded from. */
export function addressesIn(lockfile: string): string[] {
  const lines = lockfile.split("\n").map((line) => line.trim());
  return lines.filter((line) => /(tarball|registry): *\S*:\/\//.test(line));
}
