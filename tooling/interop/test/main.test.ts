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
