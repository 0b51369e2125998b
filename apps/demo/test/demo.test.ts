import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { startServer } from "../src/server-process.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

test("makes its calls between two processes and stops in order", { timeout: 60_000 }, async () => {
  const cwd = await mkdtemp(join(tmpdir(), "demo-"));
  const args = ["--conditions=@seapink/source", main, "--once"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  const [, server, client] =
    /^process (\d+) serves on any:\/\/127\.0\.0\.1:\d+; process (\d+) calls it:$/m.exec(stdout) ?? [];
  expect(Number(server)).toBeGreaterThan(0);
  expect(client).not.toBe(server);
  expect(stdout.match(/^ {2}ok /gm)).toHaveLength(11);
  expect(stdout).not.toContain("FAIL");
  expect(stdout).toContain("stopped in order");
  expect(await readdir(join(cwd, ".data"))).toEqual(["files", "key-value"]);
  await rm(cwd, { recursive: true });
});

test.each([["--bogus"], ["once"]])("refuses %s", (arg) => {
  const args = ["--conditions=@seapink/source", main, "--once", arg];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: "",
    stderr: `expected --once or nothing, got ${arg}\n`,
  });
});

test("says in one line that its port is taken", async () => {
  const cwd = await mkdtemp(join(tmpdir(), "demo-"));
  // Whoever has it: this test, or another program of the machine.
  const other = createServer().listen(9090, "127.0.0.1");
  await once(other, "listening").catch(() => undefined);
  const args = ["--conditions=@seapink/source", main];
  const ended = await promisify(execFile)(process.execPath, args, { cwd }).catch((error: unknown) => error);
  expect(ended).toMatchObject({
    code: 1,
    stdout: "",
    stderr: "not_open: expected to listen on tcp://127.0.0.1:9090, got EADDRINUSE\n",
  });
  other.close();
  await rm(cwd, { recursive: true });
});

test("knows which signal ended its server", async () => {
  vi.stubEnv("NODE_OPTIONS", "--conditions=@seapink/source");
  const server = await startServer(0);
  vi.unstubAllEnvs();
  process.kill(server?.pid ?? expect.unreachable("it listens"), "SIGKILL");
  expect(await server?.exited).toBe("signal SIGKILL");
});
