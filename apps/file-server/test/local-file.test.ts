import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openLocal } from "../src/local-file.ts";
import { openFiles } from "./command.ts";
import { temporaryFolder, textOf } from "./served.ts";

const openIn = (folder: string): Promise<number> => openFiles(process.pid, folder);

test("a folder is refused, and not left open", async () => {
  const folder = await temporaryFolder();
  await expect(openLocal(folder)).rejects.toThrow(new Error(`${folder}: expected a file, got a folder`));
  expect(await openIn(folder)).toBe(0);
});

test("what cannot be opened is named, with the reason", async () => {
  const missing = join(await temporaryFolder(), "missing");
  await expect(openLocal(missing)).rejects.toThrow(`${missing}: cannot be read: ENOENT`);
});

test("a file is open until it has been read, or is disposed of", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "a.txt");
  await writeFile(path, "hello");
  const [read, left] = [await openLocal(path), await openLocal(path)];
  expect([read.size, await openIn(folder)]).toEqual([5, 2]);
  expect(await textOf(read.chunks)).toBe("hello");
  left[Symbol.dispose]();
  await vi.waitFor(async () => expect(await openIn(folder)).toBe(0));
});
