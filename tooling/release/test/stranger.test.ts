import { expect, test } from "vitest";
import { npm, pnpm } from "../src/manager.ts";
import { wantedBy } from "../src/stranger.ts";
import type { Tarball } from "../src/tarball.ts";

function tarball(name: string, peers: Record<string, string> = {}): Tarball {
  return { name, version: "1.0.0", path: `/${name}.tgz`, folder: name, entries: [], commands: [], peers };
}

const sisters = [tarball("a", { vitest: "^5.0.0" }), tarball("b"), tarball("c")];
const files = { a: "file:/a.tgz", b: "file:/b.tgz", c: "file:/c.tgz" };

test("installs what the README names: ours from their tarballs, others as they are asked for", () => {
  const readme = "## Install\n\n```sh\nnpm install a b vitest other\n```\n";
  const wanted = { a: "file:/a.tgz", b: "file:/b.tgz", vitest: "^5.0.0", other: "latest" };
  expect(wantedBy(readme, tarball("a", { vitest: "^5.0.0" }), sisters)).toEqual(wanted);
});

test("npm takes from tarballs what comes along, and is told once of what is wanted", () => {
  const { "package.json": manifest } = npm.files({ a: "file:/a.tgz" }, files);
  expect(manifest).toMatchObject({ dependencies: { a: "file:/a.tgz" }, overrides: { b: files.b, c: files.c } });
  expect(manifest).not.toHaveProperty("overrides.a");
});

test("pnpm takes all of ours from tarballs", () => {
  expect(pnpm.files({ a: "file:/a.tgz" }, files)).toMatchObject({
    "package.json": { dependencies: { a: "file:/a.tgz" } },
    "pnpm-workspace.yaml": { overrides: files },
  });
});
