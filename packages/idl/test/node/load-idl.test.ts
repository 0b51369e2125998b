import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { IdlError } from "../../src/index.ts";
import { loadIdl } from "../../src/node/index.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "idl-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** Writes files into the folder, and returns the path of the first. */
async function write(files: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return join(folder, Object.keys(files)[0] ?? "");
}

test("loads a file with those that it includes", async () => {
  const url = new URL("../idl/example_service.thrift", import.meta.url);
  const path = fileURLToPath(url);
  const program = await loadIdl(url);
  expect([...program.services.keys()]).toEqual(["ExampleService"]);
  expect([...program.files.keys()]).toEqual([path, join(dirname(path), "base.thrift")]);
});

test("looks beside the including file, then in the folders given, in their order", async () => {
  const path = await write({
    "a/main.thrift": 'include "near.thrift" include "far.thrift" struct A { 1: near.N n 2: far.F f }',
    "a/near.thrift": "struct N {}",
    "one/near.thrift": "strct wrong",
    "one/far.thrift": "struct F { 1: i32 one }",
    "two/far.thrift": "struct F { 1: i32 two }",
  });
  const program = await loadIdl(path, {
    includeDirs: [join(folder, "none"), join(folder, "one"), join(folder, "two")],
  });
  expect(program.struct("far.F").fields[0]?.name).toBe("one");
});

test("reads an absolute path as it is", async () => {
  const other = await write({ "b/other.thrift": "struct B {}" });
  const path = await write({ "c/main.thrift": `include "${other}" struct A { 1: other.B b }` });
  expect((await loadIdl(path)).struct("other.B").name).toBe("B");
});

test("knows a file by its real path", async () => {
  const path = await write({
    "d/main.thrift": 'include "real.thrift" include "link.thrift" struct A { 1: real.R a 2: link.R b }',
    "d/real.thrift": "struct R {}",
  });
  await symlink(join(folder, "d/real.thrift"), join(folder, "d/link.thrift"));
  const program = await loadIdl(path);
  expect(program.struct("real.R")).toBe(program.struct("link.R"));
  expect(program.files.size).toBe(2);
});

test("tells of a cycle that goes through a link", async () => {
  const path = await write({ "e/a.thrift": 'include "b.thrift"' });
  await symlink(path, join(folder, "e/b.thrift"));
  await expect(loadIdl(path)).rejects.toMatchObject({ code: "cycle" });
});

test("passes options on", async () => {
  const path = await write({ "f/a.thrift": "struct A { 1: i64 a }" });
  const program = await loadIdl(path, { i64: "number" });
  expect(program.struct("A").fields[0]?.type).toEqual({ kind: "i64", as: "number" });
  await expect(loadIdl(path, { limits: { maxDepth: 0 } })).rejects.toThrow(RangeError);
});

test("tells of a file that is not there, and where an included one was looked for", async () => {
  const missing = join(folder, "missing.thrift");
  await expect(loadIdl(missing)).rejects.toThrow(
    new IdlError("missing_file", `expected a file, got none at ${missing}`, { file: missing }),
  );
  const path = await write({ "g/a.thrift": 'include "b.thrift"' });
  const tried = ["g/b.thrift", "x/b.thrift"].map((name) => JSON.stringify(join(folder, name))).join(", ");
  await expect(loadIdl(path, { includeDirs: [join(folder, "x")] })).rejects.toMatchObject({
    code: "missing_file",
    line: 1,
    column: 9,
    diagnostics: [{ message: `expected a file, got none of ${tried}` }],
  });
  await expect(loadIdl(folder)).rejects.toMatchObject({ code: "missing_file" });
});

test("tells of a mistake with the path as it was given", async () => {
  const path = await write({ "h/a.thrift": 'include "b.thrift"\nstruct A { 1: b.X x }', "h/b.thrift": "struct Y {}" });
  await expect(loadIdl(path)).rejects.toMatchObject({ code: "unresolved", file: path, line: 2, column: 15 });
});

// Where there is no such program, there are no such pipes, or only a newcomer's bare path.
const canMakePipes = spawnSync("mkfifo", ["--help"]).error === undefined;

test.runIf(canMakePipes)("does not wait for a pipe, nor read a device", async () => {
  const path = await write({ "i/a.thrift": 'include "pipe"', "i/b.thrift": 'include "/dev/zero"' });
  const pipe = join(folder, "i/pipe");
  execFileSync("mkfifo", [pipe]);
  for (const file of [path, join(folder, "i/b.thrift"), pipe]) {
    await expect(loadIdl(file)).rejects.toMatchObject({
      code: "missing_file",
      message: expect.stringMatching(/^expected a regular file, got something else at .*(pipe|zero)$/) as string,
    });
  }
});

test("limits how many bytes a file may have", async () => {
  const path = await write({ "j/a.thrift": 'include "b.thrift"', "j/b.thrift": `// ${"é".repeat(50)}` });
  const large = join(folder, "j/b.thrift");
  await expect(loadIdl(path, { limits: { maxFileBytes: 103 } })).resolves.toMatchObject({ file: path });
  await expect(loadIdl(path, { limits: { maxFileBytes: 102 } })).rejects.toMatchObject({
    code: "limit",
    file: large,
    message: `expected at most 102 bytes in a file, got more in ${large}`,
  });
});
