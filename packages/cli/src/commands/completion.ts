import { Argument, type Command } from "commander";
import { bashScript } from "../completion/bash.ts";
import { completedCommands } from "../completion/completed.ts";
import { fishScript } from "../completion/fish.ts";
import { zshScript } from "../completion/zsh.ts";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

const examples = `
Examples:
  $ eval "$(seapink completion bash)"       in ~/.bashrc
  $ eval "$(seapink completion zsh)"        in ~/.zshrc, behind compinit
  $ seapink completion fish | source        in ~/.config/fish/config.fish

It completes commands, options, files, and, behind --idl FILE, the names of methods.`;

export function addCompletion(program: Command): void {
  program
    .command("completion")
    .description("print a script that completes seapink in a shell")
    .addArgument(new Argument("<shell>", "bash, zsh or fish").choices(Object.keys(scripts)))
    .addHelpText("after", examples)
    .action((shell: keyof typeof scripts) => {
      process.stdout.write(scripts[shell](program.name(), completedCommands(program)));
    });
}
