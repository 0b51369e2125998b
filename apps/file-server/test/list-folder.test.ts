import { once } from "node:events";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Entry } from "../src/gen/filestore.ts";
import { temporaryName } from "../src/temporary-name.ts";
import { served, type Served } from "./served.ts";

async function listed({ client }: Pick<Served, "client">, path = "."): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of await client.list({ path })) entries.push(entry);
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}

test("lists files and folders, and what links lead to in the folder", async () => {
  const it = await served();
  await mkdir(join(it.root, "docs/deep"), { recursive: true });
  await writeFile(join(it.root, "a.txt"), "hello");
  await writeFile(join(it.root, "docs/b.txt"), "hi");
  const links = { "to-a": "a.txt", "to-docs": "docs", "to-out": "/etc", "to-passwd": "/etc/passwd", lost: "nothing" };
  for (const [name, target] of Object.entries(links)) await symlink(target, join(it.root, name));
  const server = createServer().listen(join(it.root, "socket"));
  onTestFinished(() => void server.close());
  await once(server, "listening");
  expect((await listed(it)).map(({ name, size, isDirectory }) => [name, size, isDirectory])).toEqual([
    ["a.txt", 5n, false],
    ["docs", 0n, true],
    ["to-a", 5n, false],
    ["to-docs", 0n, true],
  ]);
  expect((await listed(it, "to-docs")).map(({ name }) => name)).toEqual(["b.txt", "deep"]);
  expect(String((await listed(it))[0]?.modifiedTime)).toMatch(/^1\d{9}$/);
});

test("does not list files that are being written", async () => {
  const it = await served();
  await writeFile(join(it.root, temporaryName()), "");
  await writeFile(join(it.root, ".hidden"), "");
  expect((await listed(it)).map(({ name }) => name)).toEqual([".hidden"]);
});

test("lists many entries, each once", async () => {
  const it = await served();
  const names = Array.from({ length: 1_000 }, (_, i) => String(i).padStart(4, "0"));
  for (const name of names) await writeFile(join(it.root, name), "");
  expect((await listed(it)).map(({ name }) => name)).toEqual(names);
});

test("shows a name that is not UTF-8, and has nothing at what it shows", async () => {
  const it = await served();
  await writeFile(Buffer.concat([Buffer.from(`${it.root}/caf`), Buffer.of(0xe9)]), "hello");
  expect(await listed(it)).toMatchObject([{ name: "caf\ufffd", size: 5n }]);
  await expect(it.client.stat({ filePath: "caf\ufffd" })).rejects.toMatchObject({ code: "not_found" });
});

test.each([
  ["missing", { name: "NotFound", path: "missing" }],
  ["a.txt", { name: "Refused", reason: "expected a folder, got a file" }],
  ["..", { name: "Refused", reason: "expected a path without .." }],
])("does not list %s", async (path, error) => {
  const { client, root } = await served();
  await writeFile(join(root, "a.txt"), "");
  await expect(client.list({ path })).rejects.toMatchObject(error);
});

test("closes a folder whose list is left, begun or not", async () => {
  const { client, store, root } = await served();
  for (let i = 0; i < 100; i++) await writeFile(join(root, String(i)), "");
  for await (const _ of await client.list({ path: "." })) break;
  await expect.poll(() => store.openFiles).toBe(0);
  const list = await client.list({ path: "." });
  expect(store.openFiles).toBe(1);
  await list[Symbol.asyncIterator]().return?.();
  await expect.poll(() => store.openFiles).toBe(0);
});
