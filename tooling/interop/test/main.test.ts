import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

test.each([[["nobody"]], [["seapink", "thrift-node"]]])("prints its usage for %j", (args) => {
  const run = spawnSync(process.execPath, ["--conditions=@seapink/source", main, ...args], { encoding: "utf8" });
  expect(run).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/^usage: pnpm interop \[seapink\|/),
  });
});

test.each([
  [["conformance", "nobody"], 2, /^usage:\n {7}pnpm interop conformance\n/, ""],
  [["conformance", "client"], 1, /^$/, /FAIL expected the command of a client, got none\n0 passed, 1 failed/],
  [["conformance", "server", "--port", "x"], 1, /^$/, /FAIL --port: expected a port, got x\n/],
])("%j ends with %i, and says why", (args, status, stderr, stdout) => {
  const run = spawnSync(process.execPath, ["--conditions=@seapink/source", main, ...args], { encoding: "utf8" });
  expect(run).toMatchObject({
    status,
    stdout: stdout === "" ? "" : expect.stringMatching(stdout),
    stderr: expect.stringMatching(stderr),
  });
});
