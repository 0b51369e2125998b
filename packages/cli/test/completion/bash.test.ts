import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bashScript } from "../../src/completion/bash.ts";
import { completedCommands } from "../../src/completion/completed.ts";
import { folderOf } from "../folder.ts";
import { tool } from "./tool.ts";

const driver = `
source "$1"; shift
cursor=$1; shift
COMP_WORDS=("$@"); COMP_CWORD=$cursor; COMPREPLY=()
_tool
printf '%s\\n' "\${COMPREPLY[@]}"`;

/** What bash would offer for the last word, or the one with this number. */
function offered(folder: string, words: readonly string[], cursor: number = words.length - 1): readonly string[] {
  const script = join(folder, "completion.sh");
  writeFileSync(script, bashScript("tool", completedCommands(tool())));
  const args = ["--norc", "-u", "-c", driver, "bash", script, String(cursor), ...words];
  const printed = execFileSync("bash", args, { cwd: folder, encoding: "utf8" });
  return printed.split("\n").filter((line) => line !== "" && line !== "completion.sh");
}

test.each([
  ["commands", ["tool", ""], ["read", "call", "many", "show", "help"]],
  ["commands that begin so", ["tool", "re"], ["read"]],
  ["options of the program", ["tool", "--v"], ["--version"]],
  ["options of a command", ["tool", "read", "a", "--"], ["--include", "--json", "--help"]],
  ["only what is no secret", ["tool", "call", "--"], ["--idl", "--count", "--then", "--help"]],
  ["choices of an option", ["tool", "show", "--as", ""], ["a", "b"]],
  ["choices of an option behind a sign", ["tool", "show", "--as", "=", ""], ["a", "b"]],
  ["choices of an argument", ["tool", "show", "--as", "a", "f"], ["fish"]],
  ["commands to be helped with", ["tool", "help", "sh"], ["show"]],
  ["files", ["tool", "read", ""], ["a b.thrift", "dir", "x.thrift"]],
  ["files, however many", ["tool", "many", "x", "y", "x."], ["x.thrift"]],
  ["folders", ["tool", "read", "-I", ""], ["dir"]],
  ["nothing where anything may stand", ["tool", "call", "--count", ""], []],
  ["nothing behind all arguments", ["tool", "read", "a", "b", ""], []],
  ["schemes of addresses", ["tool", "call", "t"], ["tcp://", "tls://"]],
  ["nothing inside of an address", ["tool", "call", "tcp", ":", "//h"], []],
])("offers %s", (_, words, expected) => {
  const folder = folderOf({ "a b.thrift": "", "x.thrift": "" });
  mkdirSync(join(folder, "dir"));
  expect([...offered(folder, words)].sort()).toEqual([...expected].sort());
});

test("asks the command itself for names of the IDL", () => {
  const folder = folderOf({
    tool: `#!/bin/sh
      case "$*" in
        "describe x.thrift --names") printf "S\\nS.get\\nS.set\\nInfo\\n" ;;
        "describe x.thrift --names --only=methods") printf "S.get\\nS.set\\n" ;;
        "describe x.thrift --names --only=steps") printf "File.read\\nFile.seek\\n" ;;
      esac\n`,
  });
  chmodSync(join(folder, "tool"), 0o755);
  const command = join(folder, "tool");
  const address = ["tcp", ":", "//localhost", ":", "9090"];
  expect(offered(folder, [command, "call", ...address, "--idl", "x.thrift", ""])).toEqual(["S.get", "S.set"]);
  expect(offered(folder, [command, "call", "a", "S.s", "--idl", "x.thrift"], 3)).toEqual(["S.set"]);
  expect(offered(folder, [command, "call", "a", "S.s", "--idl", "other.thrift"], 3)).toEqual([]);
  const then = (text: string): readonly string[] =>
    offered(folder, [command, "call", "a", "S.get", "--idl", "x.thrift", "--then", text]);
  expect(then("")).toEqual(["File.read", "File.seek"]);
  expect(then("'File.r")).toEqual(["File.read"]);
  expect(offered(folder, [command, "read", "x.thrift", "I"])).toEqual(["Info"]);
});

test("never runs what a file name says", () => {
  const folder = folderOf({ tool: "#!/bin/sh\nprintf 'x$(touch pwned).Info\\nx`touch pwned`.Info\\nx.Info\\n'\n" });
  const command = join(folder, "tool");
  chmodSync(command, 0o755);
  expect(offered(folder, [command, "read", "x.thrift", ""])).toEqual(["x.Info"]);
  expect(existsSync(join(folder, "pwned"))).toBe(false);
});
