import { Argument, type Command } from "commander";
import { type Shell, shells } from "../completion/shells.ts";

const examples = `
Examples:
  $ eval "$(seapink completion bash)"       in ~/.bashrc
  $ eval "$(seapink completion zsh)"        in ~/.zshrc, behind compinit
  $ seapink completion fish | source        in ~/.config/fish/config.fish

It completes commands, options, files, schemes of addresses, and, behind --idl FILE, the names of methods. It completes seapink
alone: where that is not on the PATH, seapink() { npx seapink "$@"; } makes it a command of the shell.`;

export function addCompletion(program: Command): void {
  program
    .command("completion")
    .description("print a script that completes seapink in a shell")
    .addArgument(new Argument("<shell>", "bash, zsh or fish").choices(shells))
    .addHelpText("after", examples)
    .action(async (shell: Shell) => {
      const { completionScript } = await import("../completion/completion-script.ts");
      process.stdout.write(completionScript(shell, program));
    });
}
