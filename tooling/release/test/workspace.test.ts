import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, installOf, sampleOf } from "../src/readme.ts";

const root = join(import.meta.dirname, "../../..");
const packages = readdirSync(join(root, "packages"));
const apps = readdirSync(join(root, "apps"));
const layers = ["contracts", "meaning", "conversation", "behaviour", "edges", "tools"];

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

function read(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(root, ...path), "utf8"));
}

function referencesOf(...path: string[]): Set<string> {
  const { references } = read(...path, "tsconfig.json") as { references: { path: string }[] };
  return new Set(references.map((reference) => reference.path));
}

/** What `exports` must say of an entry: `@seapink/source` first, since the first condition that fits wins. */
function exported(path: string): string {
  const file = path === "." ? "index" : `${path.slice(2)}/index`;
  return JSON.stringify({
    "@seapink/source": `./src/${file}.ts`,
    types: `./dist/${file}.d.ts`,
    default: `./dist/${file}.js`,
  });
}

describe.each(packages)("%s", (folder) => {
  const manifest = read("packages", folder, "package.json") as Manifest;

  test("is named after its folder, and says what every package says", () => {
    expect(manifest).toMatchObject({
      name: `@seapink/${folder}`,
      license: "Apache-2.0",
      description: expect.stringMatching(/\.$/),
      engines: { node: ">=22.12" },
      repository: { directory: `packages/${folder}` },
    });
  });

  test("refers its compiler to the packages that it depends on", () => {
    const needed = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith("@seapink/"));
    expect(referencesOf("packages", folder)).toEqual(new Set(needed.map((name) => name.replace("@seapink", ".."))));
  });

  test("exports what is compiled from src to dist", () => {
    const { "./package.json": self, ...entries } = manifest.exports;
    expect(self).toBe("./package.json");
    for (const [path, entry] of Object.entries(entries)) expect(JSON.stringify(entry)).toBe(exported(path));
  });

  test("has one layer", () => {
    const { tags } = read("packages", folder, "turbo.json") as { tags: string[] };
    expect(tags.filter((tag) => layers.includes(tag))).toHaveLength(1);
  });

  test("has a README that tells to install all that its example imports", () => {
    const readme = readFileSync(join(root, "packages", folder, "README.md"), "utf8");
    const { language, code } = sampleOf(readme);
    const needed = language === "sh" ? [] : importsOf(code);
    expect(installOf(readme)).toEqual(expect.arrayContaining([manifest.name, ...needed]));
  });
});

test("the compiler is referred to every package and app", () => {
  const projects = [...packages.map((name) => `packages/${name}`), ...apps.map((name) => `apps/${name}`)];
  // A part that needs Node has a project of its own beside that of the portable rest.
  const folders = [...referencesOf(".")].map((path) => path.replace(/\/tsconfig\.\w+\.json$/, ""));
  expect(new Set(folders)).toEqual(new Set(projects));
});
