import { mkdirSync, symlinkSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { watchPointsOf } from "../../src/node/watch-points.ts";
import { Folder } from "./folder.ts";

/** The points below the folder, which itself is `.`. */
async function points(folder: Folder, ...names: string[]): Promise<Record<string, string[]>> {
  const found = await watchPointsOf(names.map((name) => folder.join(name)));
  const inside = [...found].filter(([path]) => `${path}/`.startsWith(`${folder.path}/`));
  return Object.fromEntries(
    inside.map(([path, each]) => [path.slice(folder.path.length + 1) || ".", [...each].toSorted()]),
  );
}

test.each<[what: string, names: string[], points: Record<string, string[]>]>([
  [
    "files, each in its folder",
    ["a.thrift", "b.thrift", "x/c.thrift"],
    { ".": ["a.thrift", "b.thrift"], x: ["c.thrift"] },
  ],
  ["the file that is not there", ["x/missing.thrift"], { x: ["missing.thrift"] }],
  ["the first folder that is not there", ["x/y/z/missing.thrift"], { x: ["y"] }],
  ["a link and the file that it leads to", ["link.thrift"], { ".": ["link.thrift"], x: ["c.thrift"] }],
  ["each link of a chain, also of folders", ["current/c.thrift"], { ".": ["current", "newest"], x: ["c.thrift"] }],
  ["a link to nothing, and what it waits for", ["dangling.thrift"], { ".": ["dangling.thrift", "nowhere"] }],
  ["what is behind a file", ["a.thrift/b.thrift"], { "a.thrift": ["b.thrift"] }],
  ["links in a circle", ["circle"], { ".": ["circle"] }],
])("watches %s", async (_, names, expected) => {
  using folder = new Folder();
  folder.write({ "a.thrift": "", "b.thrift": "", "x/c.thrift": "" });
  symlinkSync("x/c.thrift", folder.join("link.thrift"));
  symlinkSync("newest", folder.join("current"));
  symlinkSync(folder.join("x"), folder.join("newest"));
  symlinkSync("nowhere/d.thrift", folder.join("dangling.thrift"));
  symlinkSync("circle", folder.join("circle"));
  expect(await points(folder, ...names)).toEqual(expected);
});

test("watches the folder of a folder that is not there any more", async () => {
  const folder = new Folder();
  mkdirSync(folder.join("x"));
  folder[Symbol.dispose]();
  const found = await watchPointsOf([folder.join("x/a.thrift")]);
  expect(found.get(dirname(folder.path))).toEqual(new Set([basename(folder.path)]));
});
