import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

test("makes its calls between two processes and stops in order", { timeout: 60_000 }, async () => {
  const cwd = await mkdtemp(join(tmpdir(), "demo-"));
  const args = ["--conditions=@seapink/source", main, "--once"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  const [, server, client] =
    /^process (\d+) serves on any:\/\/127\.0\.0\.1:\d+; process (\d+) calls it:$/m.exec(stdout) ?? [];
  expect(Number(server)).toBeGreaterThan(0);
  expect(client).not.toBe(server);
  expect(stdout.match(/^ {2}ok /gm)).toHaveLength(5);
  expect(stdout).not.toContain("FAIL");
  expect(stdout).toContain("stopped in order");
  expect(await readdir(join(cwd, ".data"))).toEqual(["key-value"]);
  await rm(cwd, { recursive: true });
});
