import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { bashScript } from "../../src/completion/bash.ts";
import { completedCommands } from "../../src/completion/completed.ts";
import { fishScript } from "../../src/completion/fish.ts";
import { zshScript } from "../../src/completion/zsh.ts";
import { seapink } from "../../src/seapink.ts";
import { tool } from "./tool.ts";

const commands = completedCommands(tool());

test("zsh takes what bash does, with what makes it understand that", () => {
  const [head, load, ...rest] = zshScript("tool", commands).split("\n");
  expect(head).toContain("compinit");
  expect(load).toBe("autoload -U +X bashcompinit && bashcompinit");
  expect(rest).toEqual(bashScript("tool", commands).split("\n").slice(1));
});

test.each([
  "complete -c tool -f",
  "complete -c tool -n __fish_use_subcommand -a read -d 'read what\\'s there'",
  "complete -c tool -n '__fish_seen_subcommand_from read' -s I -l include -r -a '(__fish_complete_directories)' -d 'where to look'",
  "complete -c tool -n '__fish_seen_subcommand_from read' -F",
  "complete -c tool -n '__fish_seen_subcommand_from call' -l idl -r -F -d 'the IDL'",
  "complete -c tool -n '__fish_seen_subcommand_from call' -l count -r -d 'how many'",
  `complete -c tool -n '__fish_seen_subcommand_from call' -a '(__tool_names --only=methods)'`,
  "complete -c tool -n '__fish_seen_subcommand_from call' -l then -r -a '(__tool_names --only=steps)' -d 'what then'",
  "complete -c tool -n '__fish_seen_subcommand_from show' -a 'bash fish'",
])("fish is told %s", (line) => {
  expect(fishScript("tool", commands).split("\n")).toContain(line);
});

test("bash understands the script of seapink", () => {
  const script = bashScript("seapink", completedCommands(seapink()));
  expect(execFileSync("bash", ["-c", `${script}\ncomplete -p seapink`], { encoding: "utf8" })).toBe(
    "complete -F _seapink seapink\n",
  );
});
