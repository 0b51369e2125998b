import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { output } from "./command.ts";

/** A package as it would be published. */
export interface Tarball {
  readonly name: string;
  readonly path: string;
  /** What one can import from it: `@seapink/idl`, `@seapink/idl/node`. */
  readonly entries: readonly string[];
}

interface Packed {
  readonly name: string;
  readonly filename: string;
}

/** Packs every public package into a folder. */
export async function packAll(root: string, into: string): Promise<Tarball[]> {
  const filter = ["-r", "--filter", "./packages/*"];
  const text = await output("pnpm", [...filter, "pack", "--json", "--pack-destination", into], root);
  return Promise.all((JSON.parse(text) as Packed[]).map((packed) => tarball(root, packed)));
}

async function tarball(root: string, { name, filename }: Packed): Promise<Tarball> {
  const manifest = join(root, "packages", name.replace("@seapink/", ""), "package.json");
  const { exports } = JSON.parse(await readFile(manifest, "utf8")) as { exports: Record<string, unknown> };
  return { name, path: filename, entries: entriesOf(name, Object.keys(exports)) };
}

/** The specifiers that a package's `exports` allow, other than its `package.json`. */
export function entriesOf(name: string, subpaths: readonly string[]): string[] {
  return subpaths.filter((path) => path !== "./package.json").map((path) => name + path.slice(1));
}
