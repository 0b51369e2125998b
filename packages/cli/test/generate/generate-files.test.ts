import { execFileSync, spawnSync } from "node:child_process";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import type { GeneratedFile } from "@seapink/codegen";
import { expect, test } from "vitest";
import { differences, makeFiles, writeFiles } from "../../src/generate/generate-files.ts";
import { writeWhole } from "../../src/generate/write-file.ts";
import { UsageError } from "../../src/usage-error.ts";
import { folderOf } from "../folder.ts";

const header = (source: string): string => `// Generated from ${source} by seapink. Do not edit.\n`;

const file = (path: string, text = "1"): GeneratedFile => ({
  path,
  source: `/idl/${path.replace(".ts", ".thrift")}`,
  text: `${header(path.replace(".ts", ".thrift"))}${text}`,
});

test("writes what differs, and leaves the rest alone", async () => {
  const out = folderOf({});
  const [a, b] = [file("a.ts"), file("shared/b.ts")];
  expect(await writeFiles([a, b], { out })).toEqual([join(out, "a.ts"), join(out, "shared/b.ts")]);
  utimesSync(join(out, "a.ts"), 1, 1);
  expect(await writeFiles([a, file("shared/b.ts", "2")], { out })).toEqual([join(out, "shared/b.ts")]);
  expect(statSync(join(out, "a.ts")).mtimeMs).toBe(1000);
  expect(readFileSync(join(out, "shared/b.ts"), "utf8")).toBe(file("shared/b.ts", "2").text);
  expect(readdirSync(out, { recursive: true, encoding: "utf8" }).toSorted((a, b) => a.localeCompare(b))).toEqual([
    "a.ts",
    "shared",
    join("shared", "b.ts"),
  ]);
});

test.each(["../a.ts", "b/../../a.ts", "/a.ts/../../b.ts"])("writes nothing outside of the folder: %s", async (path) => {
  const out = join(folderOf({}), "out");
  await expect(writeFiles([file("good.ts"), file(path)], { out })).rejects.toThrow(/--out: expected files in/);
  expect(() => readdirSync(out)).toThrow("ENOENT");
});

test("follows no link out of the folder", async () => {
  const folder = folderOf({});
  const out = join(folder, "out");
  mkdirSync(out);
  mkdirSync(join(folder, "elsewhere"));
  symlinkSync(join(folder, "elsewhere"), join(out, "sub"));
  await expect(writeFiles([file("sub/deep/a.ts")], { out })).rejects.toThrow("--out: expected files");
  expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
});

test("replaces what was not generated only by force, and writes nothing before", async () => {
  const out = folderOf({ "b.ts": "by hand" });
  const files = [file("a.ts"), file("b.ts")];
  await expect(writeFiles(files, { out })).rejects.toThrow(`expected a generated file at ${join(out, "b.ts")}`);
  expect(readdirSync(out)).toEqual(["b.ts"]);
  expect(await writeFiles(files, { out, force: true })).toHaveLength(2);
});

test.each([
  ["a folder where a file should be", "a.ts", "expected a file or nothing at PLACE, got a folder"],
  ["a file where a folder should be", "text/a.ts", "expected folders above PLACE, got a file"],
])("says that there is %s", async (_, path, message) => {
  const out = folderOf({ "a.ts/b.txt": "", text: "" });
  const expected = `--out: ${message.replace("PLACE", join(out, path))}`;
  await expect(writeFiles([file(path)], { out })).rejects.toEqual(new UsageError(expected));
  await expect(differences([file(path)], out)).rejects.toEqual(new UsageError(expected));
});

test("leaves no draft behind where a file cannot be written", async () => {
  const out = folderOf({ "a.ts/b.txt": "" });
  await expect(writeWhole(join(out, "a.ts"), "")).rejects.toThrow(/^--out: .*a\.ts cannot be written: EISDIR/);
  expect(readdirSync(out)).toEqual(["a.ts"]);
});

test("writes what a link leads to, if that is in the folder", async () => {
  const folder = folderOf({ "out/real/a.ts": header("a.thrift"), "elsewhere.ts": header("b.thrift") });
  const out = join(folder, "out");
  symlinkSync(join(out, "real/a.ts"), join(out, "a.ts"));
  symlinkSync(join(folder, "elsewhere.ts"), join(out, "b.ts"));
  await writeFiles([file("a.ts")], { out });
  expect(lstatSync(join(out, "a.ts")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(out, "real/a.ts"), "utf8")).toBe(file("a.ts").text);
  await expect(writeFiles([file("b.ts")], { out })).rejects.toThrow("--out: expected files in");
});

test("takes a path as it is, dollars and all", async () => {
  await expect(makeFiles(["$&/$1.thrift"], {})).rejects.toEqual(
    new UsageError("expected a file, got none at $&/$1.thrift"),
  );
});

test("names what differs or is missing", async () => {
  const out = folderOf({});
  const files = ["a.ts", "b.ts", "c.ts"].map((path) => file(path));
  await writeFiles(files.slice(0, 2), { out });
  expect(await differences(files.slice(0, 2), out)).toEqual([]);
  writeFileSync(join(out, "b.ts"), `${header("b.thrift")}old`);
  writeFileSync(join(out, "gone.ts"), header("gone.thrift"));
  expect(await differences(files, out)).toEqual([`differs: ${join(out, "b.ts")}`, `missing: ${join(out, "c.ts")}`]);
});

const canMakePipes = spawnSync("mkfifo", ["--help"]).error === undefined;

test.skipIf(!canMakePipes)("does not open a pipe that is in the place of a file", async () => {
  const out = folderOf({});
  execFileSync("mkfifo", [join(out, "a.ts")]);
  const expected = `--out: expected a file or nothing at ${join(out, "a.ts")}, got a pipe or a device`;
  await expect(writeFiles([file("a.ts")], { out, force: true })).rejects.toEqual(new UsageError(expected));
  await expect(differences([file("a.ts")], out)).rejects.toEqual(new UsageError(expected));
});

test.each([
  ["the first of several names", "", ["idl/a", "sub/l"], ["idl/a.ts"]],
  ["the first of several names, however they are ordered", "", ["sub/l", "idl/a"], ["sub/l.ts"]],
  ["the name that others include it by", 'include "l.thrift"', ["idl/a", "sub/s", "sub/l"], ["sub/l.ts", "sub/s.ts"]],
])("makes one file of what links lead to, by %s", async (_, include, names, expected) => {
  const folder = folderOf({ "idl/a.thrift": "struct A {}", "sub/s.thrift": include });
  symlinkSync("../idl/a.thrift", join(folder, "sub/l.thrift"));
  const paths = names.map((name) => join(folder, `${name}.thrift`));
  const { files } = await makeFiles(paths, { root: folder });
  expect(files.map(({ path }) => path).sort()).toEqual(expected);
});

test("makes nothing of IDL with errors, and tells all of them", async () => {
  const folder = folderOf({ "a.thrift": "struct A { 1: B b }", "c.thrift": "struct C { 1: D d }", "e.thrift": "" });
  const made = makeFiles(
    ["a", "e", "c"].map((name) => join(folder, `${name}.thrift`)),
    {},
  );
  await expect(made).rejects.toMatchObject({ diagnostics: [{ code: "unresolved" }, { code: "unresolved" }] });
  await expect(makeFiles([join(folder, "none.thrift")], {})).rejects.toThrow("expected a file, got none at");
});

test("knows the folder that files share, however they are called", async () => {
  const folder = folderOf({
    "idl/a.thrift": 'include "b.thrift"\ntypedef b.B A',
    "vendor/b.thrift": "struct B { 1: i64 size }",
  });
  const a = relative("", join(folder, "idl/a.thrift"));
  const include = [join(folder, "vendor")];
  const pathsOf = async (options: Parameters<typeof makeFiles>[1]): Promise<string[]> =>
    (await makeFiles([a], { include, ...options })).files.map(({ path }) => path).sort();
  expect(await pathsOf({})).toEqual(["idl/a.ts", "vendor/b.ts"]);
  expect(await pathsOf({ root: relative("", folder) })).toEqual(["idl/a.ts", "vendor/b.ts"]);
  await expect(pathsOf({ root: join(folder, "idl") })).rejects.toThrow("expected files within");
});

test("hands on what is asked for", async () => {
  const folder = folderOf({
    "a.thrift": 'include "b.thrift"\nstruct A { 1: i64 size, 2: b.B b }',
    "b.thrift": "struct B {}",
  });
  const textOf = async (options: Parameters<typeof makeFiles>[1]): Promise<string | undefined> =>
    (await makeFiles([join(folder, "a.thrift")], options)).files.find(({ path }) => path === "a.ts")?.text;
  expect(await textOf({})).toContain("size: bigint");
  expect(await textOf({ i64: "number" })).toContain("size: number");
  expect(await textOf({ extension: ".js" })).toContain('"./b.js"');
  expect(await textOf({ aot: true })).not.toBe(await textOf({}));
});
