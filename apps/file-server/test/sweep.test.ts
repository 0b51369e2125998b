import { mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { sweep } from "../src/sweep.ts";
import { temporaryName } from "../src/temporary-name.ts";
import { served, temporaryFolder } from "./served.ts";

/** The name of a file that a process was writing. */
function nameOf(pid: number | undefined): string {
  return temporaryName().replace(String(process.pid), String(pid));
}

test("removes what processes left that are gone, and nothing else", async () => {
  const root = await temporaryFolder();
  const dead = nameOf(spawnSync(process.execPath, ["--version"]).pid);
  const alive = nameOf(process.ppid);
  await mkdir(join(root, "deep/deeper"), { recursive: true });
  for (const folder of ["", "deep", "deep/deeper"])
    for (const name of [dead, alive, "a.txt"]) await writeFile(join(root, folder, name), "");
  const outside = await temporaryFolder();
  await writeFile(join(outside, dead), "");
  await symlink(outside, join(root, "out"));
  expect(await sweep(root)).toBe(3);
  for (const folder of ["deep", "deep/deeper"])
    expect(await readdir(join(root, folder))).toEqual(expect.not.arrayContaining([dead]));
  expect((await readdir(root)).sort()).toEqual([alive, "a.txt", "deep", "out"].sort());
  expect(await readdir(outside)).toEqual([dead]);
});

test("happens before a folder is served", async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, nameOf(process.pid)), "");
  await served({ root });
  expect(await readdir(root)).toEqual([]);
});

test("a folder that is not there cannot be served", async () => {
  const root = join(await temporaryFolder(), "missing");
  await expect(served({ root })).rejects.toThrow(`--root ${root}: cannot be served: ENOENT`);
});
