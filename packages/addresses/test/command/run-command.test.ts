import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { echoAt } from "../echo.ts";

const args = ["--conditions=@seapink/source", fileURLToPath(new URL("program.ts", import.meta.url))];

test.each([
  [["show", "--word", "a", "--word", "b"], 0, "[ 'a', 'b' ]\n", ""],
  [["fail", "own"], 1, "", "its own\n"],
  [["fail", "otherwise"], 2, "", "a \\u001b[31mfailure\\u000aof others\n"],
  [["fail", "long"], 2, "", `${"x".repeat(2_000)}…\n`],
  [["fail", "colours"], 2, "", "\u001b[31mred\u001b[39m\nand more\n"],
  [["code"], 0, "", ""],
  [["code", "7"], 7, "", ""],
  [["hold"], 0, "", ""],
  [["fail"], 2, "", "error: missing required argument 'how'\n"],
  [["show", "--help"], 0, expect.stringContaining("Usage: program show"), ""],
])("%j ends with %i", (given, code, out, err) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...given], {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect({ status, stdout, stderr }).toEqual({ status: code, stdout: out, stderr: err });
});

test("ends when all is written, however late it is read", async () => {
  const child = spawn(process.execPath, [...args, "much"], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(child, "exit");
  await once(child.stderr, "data");
  expect(await text(child.stdout)).toHaveLength(1_000_000);
  expect(await exited).toEqual([0, null]);
});

test("ends quietly when nobody reads on", () => {
  const line = `set -o pipefail; ${[process.execPath, ...args].join(" ")} count | head -n 1`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "line 0\n", stderr: "" });
});

test.each(["count", "show --word a", "--help"])("%s says in one line that nothing can be written", (given) => {
  const line = `${[process.execPath, ...args].join(" ")} ${given} > /dev/full`;
  const { status, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 3, stderr: "standard output: no space left on device\n" });
});

test("serves until SIGTERM, and finishes what runs", async () => {
  const listen = ["tcp://127.0.0.1:0", "any://127.0.0.1:0"];
  const child = spawn(process.execPath, [...args, "serve", ...listen], { stdio: ["ignore", "inherit", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const exited = once(child, "exit");
  const lines: string[] = [];
  let answer: Promise<unknown> | undefined;
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line);
    if (line === "ready") answer = echoAt(lines[0]?.replace("listening on ", "") ?? "", "hello");
    if (line === "called") child.kill("SIGTERM");
  }
  expect(await answer).toBe("hello");
  expect(await exited).toEqual([0, null]);
  expect(lines).toEqual([
    expect.stringMatching(/^listening on tcp:\/\/127\.0\.0\.1:\d+$/),
    expect.stringMatching(/^listening on any:\/\/127\.0\.0\.1:\d+$/),
    "ready",
    "called",
  ]);
});
