import { once } from "node:events";
import { spawn } from "node:child_process";
import { expect, test } from "vitest";

const child = new URL("../child.mjs", import.meta.url);

/** A Node that runs another Node by `exitCodeOf`, and ends as that one does. */
function outer(program: string) {
  const script = `import { exitCodeOf } from ${JSON.stringify(child)};
    process.exit(await exitCodeOf(process.execPath, ["-e", ${JSON.stringify(program)}]));`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
}

test.each([
  ["its exit code", "process.exit(3)", 3],
  ["the signal that ended it", "process.kill(process.pid, 'SIGKILL')", 137],
])("ends with %s", async (_, program, code) => {
  expect(await once(outer(program), "exit")).toEqual([code, null]);
});

test.each(["SIGINT", "SIGTERM"] as const)("hands %s on and waits until the child has finished", async (signal) => {
  const server = `process.on("${signal}", () => setTimeout(() => process.exit(7), 50)); setInterval(() => {}, 1000); console.log("up");`;
  const running = outer(server);
  const exit = once(running, "exit");
  await once(running.stdout, "data");
  running.kill(signal);
  expect(await exit).toEqual([7, null]);
});
