import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const paths = globSync(["packages/*/test/*/*.thrift", "{apps,tooling}/*/*/*.thrift", "docs/*/*.thrift"], { cwd: root });

/** The text of each IDL file in the repository, by path. */
export const repositoryIdl: ReadonlyMap<string, string> = new Map(
  paths.toSorted().map((path) => [path, readFileSync(join(root, path), "utf8")]),
);

/** Those in the folder of one, by name. */
export function besides(path: string): ReadonlyMap<string, string> {
  const all = [...repositoryIdl].filter(([other]) => dirname(other) === dirname(path));
  return new Map(all.map(([other, text]) => [basename(other), text]));
}
