import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { output } from "./command.ts";

/** A package as it would be published. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly path: string;
  /** Where it is made: `packages/idl`. */
  readonly folder: string;
  /** What one can import from it: `@seapink/idl`, `@seapink/idl/node`. */
  readonly entries: readonly string[];
  /** The commands that it brings. */
  readonly commands: readonly string[];
  /** What it wants its user to install: the versions by the names. */
  readonly peers: Readonly<Record<string, string>>;
}

interface Packed {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
}

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Packs every public package into a folder. */
export async function packAll(root: string, into: string): Promise<Tarball[]> {
  const filter = ["-r", "--filter", "./packages/*"];
  const text = await output("pnpm", [...filter, "pack", "--json", "--pack-destination", into], root);
  return Promise.all((JSON.parse(text) as Packed[]).map((packed) => tarball(root, packed)));
}

async function tarball(root: string, { name, version, filename }: Packed): Promise<Tarball> {
  const folder = `packages/${name.replace("@seapink/", "")}`;
  const manifest = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")) as Manifest;
  const entries = entriesOf(name, Object.keys(manifest.exports));
  const commands = Object.keys(manifest.bin ?? {});
  return { name, version, path: filename, folder, entries, commands, peers: manifest.peerDependencies ?? {} };
}

/** The specifiers that a package's `exports` allow, other than its `package.json`. */
export function entriesOf(name: string, subpaths: readonly string[]): string[] {
  return subpaths.filter((path) => path !== "./package.json").map((path) => name + path.slice(1));
}
