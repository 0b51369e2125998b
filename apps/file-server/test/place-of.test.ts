import { mkdir, open, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { comparedPlaceOf, knownPlaceOf, type PlaceOf } from "../src/place-of.ts";
import { temporaryFolder } from "./served.ts";

const ways: readonly (readonly [way: string, placeOf: PlaceOf])[] = [
  ["as the system knows it", knownPlaceOf],
  ["as it is compared", comparedPlaceOf],
];

async function placeAfter(placeOf: PlaceOf, change: (root: string) => Promise<void>): Promise<string | undefined> {
  const root = await temporaryFolder();
  await mkdir(join(root, "folder"));
  await writeFile(join(root, "folder/a.txt"), "");
  await using handle = await open(join(root, "folder/a.txt"));
  await change(root);
  const place = await placeOf(handle, join(root, "folder/a.txt"), await handle.stat({ bigint: true }));
  return place?.slice(root.length + 1);
}

test.each(ways)("a file is where it was opened, %s", async (_, placeOf) => {
  expect(await placeAfter(placeOf, async () => undefined)).toBe("folder/a.txt");
});

/** Its folder is elsewhere, with a link in its place. */
async function move(root: string): Promise<void> {
  await rename(join(root, "folder"), join(root, "moved"));
  await symlink("moved", join(root, "folder"));
}

test.each(ways)("a file is where its folder was moved to, %s", async (_, placeOf) => {
  expect(await placeAfter(placeOf, move)).toBe("moved/a.txt");
});

/** Another file has its name. */
async function replace(root: string): Promise<void> {
  await rename(join(root, "folder/a.txt"), join(root, "b.txt"));
  await writeFile(join(root, "folder/a.txt"), "");
}

test("nobody can compare a file with another one that took its place", async () => {
  expect(await placeAfter(comparedPlaceOf, replace)).toBeUndefined();
  expect(await placeAfter(knownPlaceOf, replace)).toBe("b.txt");
});
