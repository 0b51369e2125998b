import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

test.each([
  [[], "usage: pnpm bench codec|idl|rpc|stream"],
  [["nothing"], "usage: pnpm bench"],
  [["constructor"], "usage: pnpm bench"],
  [["codec", "rpc"], "usage: pnpm bench"],
  [["codec", "--only", "nothing"], "no such workload: nothing; there are media, points"],
  [["idl", "--only", "1GB"], "no such workload: 1GB; there are 2.5MB, 5MB"],
  [["stream", "--only", "read"], "no such workload: read; there are read 1 GiB, items 100 B x 1M"],
  [["codec", "--fast"], "Unknown option '--fast'"],
  [["codec", "--fast"], "usage: pnpm bench"],
  [["codec", "--only"], "usage: pnpm bench"],
])("refuses %j", (args, message) => {
  const run = spawnSync(process.execPath, ["--conditions=@seapink/source", main, ...args], { encoding: "utf8" });
  expect(run.stdout).toBe("");
  expect(run.stderr).toContain(message);
  expect(run.status).toBe(2);
});

test.each([[["--help"]], [["-h"]], [["codec", "--help"]]])("prints its usage for %j", (args) => {
  const run = spawnSync(process.execPath, ["--conditions=@seapink/source", main, ...args], { encoding: "utf8" });
  expect(run).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(/^usage: pnpm bench codec\|idl\|rpc\|stream .*\n$/),
  });
});
