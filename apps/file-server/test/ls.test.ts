import { expect, test } from "vitest";
import { ls } from "../src/ls.ts";
import type { Entry, FileStoreClient } from "../src/service.ts";

function clientOf(names: readonly string[]): FileStoreClient {
  const list = async function* (): AsyncGenerator<Entry> {
    for (const name of names) yield { name, size: 1n, modifiedTime: 0n, isDirectory: false };
  };
  // The only method that is called.
  return { list: () => Promise.resolve(list()) } as unknown as FileStoreClient;
}

async function printed(names: readonly string[]): Promise<readonly (string | undefined)[]> {
  const lines: string[] = [];
  await ls(clientOf(names), ".", (line) => lines.push(line));
  return lines.map((line) => line.split("  ").at(-1));
}

test("prints entries in the order of their names", async () => {
  expect(await printed(["b", "a", "c", "a"])).toEqual(["a", "a", "b", "c"]);
});

test("prints nothing of an empty folder", async () => expect(await printed([])).toEqual([]));

test("prints very many entries as they come, each once", async () => {
  const names = Array.from({ length: 10_003 }, (_, i) => String(20_000 - i));
  expect(await printed(names)).toEqual(names);
});
