import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { output } from "./command.ts";
import { runExample } from "./example.ts";
import type { Manager } from "./manager.ts";
import { installOf } from "./readme.ts";
import type { Tarball } from "./tarball.ts";

/** Does in an empty folder what a package's README says: installs the package, imports it and runs the example. */
export async function useAsStranger(tarball: Tarball, stranger: Stranger): Promise<void> {
  const { root, folder, manager } = stranger;
  const readme = await readFile(join(root, tarball.folder, "README.md"), "utf8");
  await mkdir(folder, { recursive: true });
  await install(wantedBy(readme, tarball, stranger.sisters), stranger);
  await importAll(folder, tarball);
  await runCommands(folder, tarball, manager);
  await runExample(readme, { folder, execute: manager.execute, beside: join(root, tarball.folder, "test"), root });
}

/** Somebody who has nothing but packages, and installs them. */
export interface Stranger {
  /** Where they install. */
  readonly folder: string;
  readonly manager: Manager;
  /** All packages of this repository. */
  readonly sisters: readonly Tarball[];
  /** Where this repository is, whose READMEs they read. */
  readonly root: string;
}

/** What to install, by name: our tarballs, and others at the version that the package asks for. */
export function wantedBy(readme: string, { peers }: Tarball, sisters: readonly Tarball[]): Record<string, string> {
  const files = filesOf(sisters);
  return Object.fromEntries(installOf(readme).map((name) => [name, files[name] ?? peers[name] ?? "latest"]));
}

function filesOf(sisters: readonly Tarball[]): Record<string, string> {
  return Object.fromEntries(sisters.map(({ name, path }) => [name, `file:${path}`]));
}

async function install(wanted: Record<string, string>, { folder, manager, sisters }: Stranger): Promise<void> {
  for (const [name, content] of Object.entries(manager.files(wanted, filesOf(sisters)))) {
    await writeFile(join(folder, name), JSON.stringify(content));
  }
  const [command, ...args] = manager.install(folder);
  await output(command, args, folder);
}

/** Imports a package, each entry in a process of its own, as its user would. */
async function importAll(folder: string, { entries }: Tarball): Promise<void> {
  for (const entry of entries) await output("node", ["--input-type=module", "--eval", importing(entry)], folder);
}

/** Some entries have types alone. */
function importing(entry: string): string {
  return `import { readFileSync } from "node:fs";
    const values = Object.keys(await import("${entry}"));
    const types = new URL(import.meta.resolve("${entry}").replace(/\\.js$/, ".d.ts"));
    if (values.length === 0 && !/^export type \\{/m.test(readFileSync(types, "utf8"))) throw new Error("${entry} exports nothing");`;
}

/** Asks each command of a package for its version. */
async function runCommands(folder: string, { commands, version }: Tarball, { execute }: Manager): Promise<void> {
  for (const name of commands) {
    const [command, ...args] = [...execute, name, "--version"];
    const said = (await output(command, args, folder)).trim();
    if (said !== version) throw new Error(`expected ${name} --version to print ${version}, got ${said}`);
  }
}
