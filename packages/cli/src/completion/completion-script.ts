import type { Command } from "commander";
import { bashScript } from "./bash.ts";
import { completedCommands } from "./completed.ts";
import { fishScript } from "./fish.ts";
import type { Shell } from "./shells.ts";
import { zshScript } from "./zsh.ts";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** A script that completes all commands of a program. */
export function completionScript(shell: Shell, program: Command): string {
  return scripts[shell](program.name(), completedCommands(program));
}
