import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ServedFolder } from "../src/served-folder.ts";
import { temporaryFolder } from "./served.ts";

/** A served folder with a file, a folder and links, and a secret beside it. */
async function setUp(): Promise<{ readonly outside: string; readonly root: string; readonly folder: ServedFolder }> {
  const outside = await temporaryFolder();
  const root = join(outside, "root");
  await mkdir(join(root, "docs/deep"), { recursive: true });
  await mkdir(join(outside, "private"));
  const files = { "private/secret": "secret", "root/a.txt": "a", "root/docs/deep/b.txt": "b", "root-too": "secret" };
  for (const [path, text] of Object.entries(files)) await writeFile(join(outside, path), text);
  const links = {
    "to-a": "a.txt",
    "to-docs": "docs",
    "docs/up": "../a.txt",
    "to-secret": "../private/secret",
    "to-private": join(outside, "private"),
    "to-too": "../root-too",
    "to-to-secret": "to-secret",
    "to-nothing": "nothing",
    "to-itself": "to-itself",
    "to-outside": "..",
  };
  for (const [path, target] of Object.entries(links)) await symlink(target, join(root, path));
  return { outside, root, folder: await ServedFolder.at(root) };
}

async function read(folder: ServedFolder, path: string): Promise<string> {
  const { handle } = await folder.openFile(path);
  try {
    return await handle.readFile({ encoding: "utf8" });
  } finally {
    await handle.close();
  }
}

test.each([
  ["a.txt", "a"],
  ["./docs//deep/b.txt", "b"],
  ["to-a", "a"],
  ["to-docs/deep/b.txt", "b"],
  ["docs/up", "a"],
])("opens %s", async (path, text) => {
  const { folder } = await setUp();
  expect(await read(folder, path)).toBe(text);
});

const outOfIt = "expected a path in the served folder, got one that leads out of it";

test.each([
  ["missing", "missing", "no such file or folder"],
  ["a.txt/b", "missing", "no such file or folder"],
  ["%2e%2e/private/secret", "missing", "no such file or folder"],
  ["to-nothing", "missing", "no such file or folder"],
  ["../private/secret", "refused", "expected a path without .."],
  ["to-secret", "refused", outOfIt],
  ["to-to-secret", "refused", outOfIt],
  ["to-private/secret", "refused", outOfIt],
  ["to-too", "refused", outOfIt],
  ["to-outside/private/secret", "refused", outOfIt],
  ["to-outside/root/a.txt/..", "refused", "expected a path without .."],
  ["to-itself", "refused", "expected a file, got a link"],
  ["docs", "refused", "expected a file, got a folder"],
  [".", "refused", "expected a file, got a folder"],
])("does not open %s as a file", async (path, kind, reason) => {
  const { folder } = await setUp();
  await expect(folder.openFile(path)).rejects.toMatchObject({ kind, path, reason });
});

test("a link that leads out and back in is fine", async () => {
  const { folder } = await setUp();
  expect(await read(folder, "to-outside/root/a.txt")).toBe("a");
});

test.each([["a.txt"], ["to-a"]])("does not open %s as a folder", async (path) => {
  const { folder } = await setUp();
  await expect(folder.openFolder(path)).rejects.toMatchObject({ reason: "expected a folder, got a file" });
});

// Where there is no such program, there are no such pipes, or only a newcomer's bare path.
const canMakePipes = spawnSync("mkfifo", ["--help"]).error === undefined;

test.runIf(canMakePipes)("refuses pipes at once", async () => {
  const { root, folder } = await setUp();
  execFileSync("mkfifo", [join(root, "pipe")]);
  await expect(folder.openFile("pipe")).rejects.toMatchObject({ reason: "expected a file, got a pipe" });
});

test("refuses sockets at once", async () => {
  const { root, folder } = await setUp();
  const server = createServer().listen(join(root, "socket"));
  onTestFinished(() => void server.close());
  await once(server, "listening");
  await expect(folder.openFile("socket")).rejects.toMatchObject({ reason: "expected a file, got a socket" });
});

test("knows the folder that a file will be in", async () => {
  const { root, folder } = await setUp();
  const opened = await folder.openParent("to-docs/new.txt");
  expect([opened.folder.real, opened.name]).toEqual([join(root, "docs"), "new.txt"]);
  await opened.folder.handle.close();
});

test.each([
  [".", "refused", "."],
  ["docs/", "refused", "docs/"],
  ["to-private/new", "refused", "to-private"],
  ["missing/new", "missing", "missing"],
])("refuses to write %s", async (path, kind, told) => {
  const { folder } = await setUp();
  await expect(folder.openParent(path)).rejects.toMatchObject({ kind, path: told });
});

test("never gives out a secret, whenever a folder turns into a link and back", async () => {
  const { outside, root, folder } = await setUp();
  await mkdir(join(root, "turning"));
  await writeFile(join(root, "turning/secret"), "harmless");
  await symlink(join(outside, "private"), join(root, "link"));
  const seen = new Set<string>();
  const turn = async (i: number): Promise<void> => {
    await rename(join(root, "turning"), join(root, "aside"));
    await rename(join(root, "link"), join(root, "turning"));
    await pause(i % 7);
    await rename(join(root, "turning"), join(root, "link"));
    await rename(join(root, "aside"), join(root, "turning"));
    await pause(i % 11);
  };
  for (let i = 0; i < 1_000 || !seen.has("harmless"); i++) {
    const reads = [0, 1, 2].map(() => read(folder, "turning/secret").catch((error: { kind: string }) => error.kind));
    const [, ...texts] = await Promise.all([turn(i), ...reads]);
    for (const text of texts) seen.add(text);
  }
  expect([...seen].filter((text) => !["harmless", "missing", "refused"].includes(text))).toEqual([]);
});

/** Lets other things happen, a little or a little more. */
async function pause(rounds: number): Promise<void> {
  for (let i = 0; i < rounds; i++) await new Promise((resolve) => setImmediate(resolve));
}
