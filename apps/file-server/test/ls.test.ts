import { expect, test } from "vitest";
import { ls } from "../src/ls.ts";
import type { Entry, FileStoreClient } from "../src/gen/filestore.ts";
import { taking } from "./taking.ts";

/** A client of a folder, and how many entries it was asked for. */
function folderOf(names: readonly string[]): { readonly client: FileStoreClient; asked: number } {
  const folder = { asked: 0, client: undefined as unknown as FileStoreClient };
  const list = async function* (): AsyncGenerator<Entry> {
    for (const name of names) {
      folder.asked++;
      yield { name, size: 1n, modifiedTime: 0n, isDirectory: false };
    }
  };
  // The only method that is called.
  folder.client = { list: () => Promise.resolve(list()) } as unknown as FileStoreClient;
  return folder;
}

async function printed(names: readonly string[]): Promise<readonly (string | undefined)[]> {
  const to = taking(Number.POSITIVE_INFINITY);
  await ls(folderOf(names).client, ".", to);
  return to.text
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split("  ").at(-1));
}

test("prints entries in the order of their names", async () => {
  expect(await printed(["b", "a", "c", "a"])).toEqual(["a", "a", "b", "c"]);
});

test("prints nothing of an empty folder", async () => expect(await printed([])).toEqual([]));

test("prints very many entries as they come, each once", async () => {
  const names = Array.from({ length: 10_003 }, (_, i) => String(20_000 - i));
  expect(await printed(names)).toEqual(names);
});

test.each([
  [10, 10_001],
  [42 * 10_500, 10_500],
])("of very many entries, of which %i bytes are wanted, it asks for %i", async (most, asked) => {
  const folder = folderOf(Array.from({ length: 20_000 }, () => "12345"));
  await ls(folder.client, ".", taking(most));
  expect(folder.asked).toBe(asked);
});
