import { readdir, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compile } from "@seapink/idl";
import { createClient, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { served, type Served, textOf, type Wire, wires } from "./served.ts";

/** How many of this process's files are in a folder. */
async function openIn(root: string): Promise<number> {
  const fds = await readdir("/proc/self/fd");
  const paths = await Promise.all(fds.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")));
  return paths.filter((path) => path.startsWith(root)).length;
}

async function withFile(text = "hello", wire: Wire = "local"): Promise<Served> {
  const it = await served({ wire });
  await writeFile(join(it.root, "a.txt"), text);
  return it;
}

const seconds = /^1\d{9}$/;

test("stats a file, and opens it with its size", async () => {
  const { client } = await withFile();
  const info = await client.stat({ filePath: "a.txt" });
  expect(info.size).toBe(5n);
  expect(String(info.modifiedTime)).toMatch(seconds);
  const [file, same] = await client.openAndStat({ path: "a.txt" });
  expect(same).toEqual(info);
  expect(await textOf(await file.read({ bytes: 9 }))).toBe("hello");
});

test("gives the checksum of a file", async () => {
  const { client } = await withFile();
  const { info, sha256 } = await client.checksum({ path: "a.txt" });
  expect(info.size).toBe(5n);
  expect(sha256).toBe("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
});

const refusals = [
  ["missing", "not_found", "missing: no such file or folder", { name: "NotFound", path: "missing" }],
  [
    "../a.txt",
    "permission_denied",
    "../a.txt: expected a path without ..",
    { name: "Refused", path: "../a.txt", reason: "expected a path without .." },
  ],
  [
    ".",
    "permission_denied",
    ".: expected a file, got a folder",
    { name: "Refused", path: ".", reason: "expected a file, got a folder" },
  ],
] as const;

test.each(refusals)("refuses %j as what a method declares", async (path, code, message, declared) => {
  const { client, store, errors } = await withFile();
  await expect(client.open({ path })).rejects.toMatchObject({ code, message });
  await expect(client.openAndStat({ path })).rejects.toMatchObject({ code, message });
  await expect(client.stat({ filePath: path })).rejects.toMatchObject({ code, message });
  await expect(client.checksum({ path })).rejects.toMatchObject(declared);
  expect([store.openFiles, errors]).toEqual([0, []]);
});

test("refuses arguments that are missing", async () => {
  const { store } = await withFile();
  const text = "struct I { 1: i64 size }  service FileServer { I stat(1: optional string filePath) }";
  const sparse = createClient(compile({ "sparse.thrift": text }).service("FileServer"), local(store.handler));
  await expect(sparse["stat"]?.({})).rejects.toMatchObject({
    code: "protocol_error",
    message: "filePath: expected a string, got none",
  });
});

test("opens at most as many files as it may, and others when these are closed", async () => {
  const { client, store, root } = await served({ maxOpen: 2 });
  await writeFile(join(root, "a.txt"), "hello");
  const [first] = [await client.open({ path: "a.txt" }), await client.open({ path: "a.txt" })];
  const refused = { code: "overloaded", message: "expected at most 2 files to be open at once" };
  await expect(client.open({ path: "a.txt" })).rejects.toMatchObject(refused);
  await expect(client.stat({ filePath: "a.txt" })).rejects.toMatchObject(refused);
  await expect(client.list({ path: "." })).rejects.toMatchObject(refused);
  await expect(client.checksum({ path: "a.txt" })).rejects.toMatchObject(refused);
  await expect(client.write({ path: "b.txt" }, { items: [] })).rejects.toMatchObject(refused);
  await first?.close();
  await expect.poll(() => store.openFiles).toBe(1);
  expect(await client.stat({ filePath: "a.txt" })).toMatchObject({ size: 5n });
});

const endings: readonly (readonly [how: string, end: (it: Served) => Promise<unknown>])[] = [
  ["is closed", async ({ client }) => (await client.open({ path: "a.txt" })).close()],
  [
    "loses its connection",
    async ({ client, channel }) => {
      await client.open({ path: "a.txt" });
      await channel.close(new Error("gone"));
    },
  ],
  [
    "is closed while it is read",
    async ({ client }) => {
      const file = await client.open({ path: "a.txt" });
      for await (const _ of await file.read({ bytes: 10_000_000 })) await file.close();
    },
  ],
  [
    "is closed with a read that nobody began",
    async ({ client }) => {
      const file = await client.open({ path: "a.txt" });
      await file.read({ bytes: 10_000_000 });
      await file.close();
    },
  ],
  [
    "loses its connection while it is read",
    async ({ client, channel }) => {
      const [file] = await client.openAndStat({ path: "a.txt" });
      for await (const _ of await file.read({ bytes: 10_000_000 })) await channel.close(new Error("gone"));
    },
  ],
  [
    "is given up while it is opened",
    ({ client }) => client.open({ path: "a.txt" }, { signal: AbortSignal.timeout(0) }),
  ],
  ["is given up before", ({ client }) => client.openAndStat({ path: "a.txt" }, { timeoutMs: 0 })],
];

const cases = wires.flatMap((wire) => endings.map(([how, end]) => [how, wire, end] as const));

test.each(cases)("has no file open when one %s, %s", async (_, wire, end) => {
  const it = await withFile("x".repeat(10_000_000), wire);
  await end(it).catch(() => undefined);
  await expect.poll(() => it.store.openFiles).toBe(0);
  await expect.poll(() => openIn(it.root)).toBe(0);
});

test("has no file open that it could not open", async () => {
  const { client, store, root } = await withFile();
  await symlink("/etc", join(root, "out"));
  for (const path of ["out/passwd", "out", "missing", "."]) {
    await expect(client.openAndStat({ path })).rejects.toBeInstanceOf(Error);
  }
  expect([store.openFiles, await openIn(root)]).toEqual([0, 0]);
});
