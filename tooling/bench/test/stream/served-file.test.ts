import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileName, withServedFile } from "../../src/stream/served-file.ts";

test.each([0, 1000, 2_500_000])("makes a file of %i bytes, none of them a hole, and removes it", async (size) => {
  const folder = await withServedFile(size, async (path) => {
    const file = join(path, fileName);
    expect(await readFile(file)).toHaveLength(size);
    expect(512 * (await stat(file)).blocks).toBeGreaterThanOrEqual(size);
    return path;
  });
  expect(existsSync(folder)).toBe(false);
});

test("removes it when the work fails", async () => {
  let folder = "";
  const failing = withServedFile(10, (path) => {
    folder = path;
    return Promise.reject(new Error("failed"));
  });
  await expect(failing).rejects.toThrow("failed");
  expect(existsSync(folder)).toBe(false);
});

test.each(["SIGINT", "SIGTERM"] as const)("removes it upon %s, which ends the process as ever", async (signal) => {
  const module = new URL("../../src/stream/served-file.ts", import.meta.url).href;
  const program = `import { withServedFile } from "${module}";
    await withServedFile(10, (folder) => { console.log(folder); return new Promise((done) => setTimeout(done, 60_000)); });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  const folder = said.toString().trim();
  expect(existsSync(folder)).toBe(true);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([null, signal]);
  expect(existsSync(folder)).toBe(false);
});
