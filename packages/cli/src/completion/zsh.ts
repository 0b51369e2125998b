import { bashScript } from "./bash.ts";
import type { CompletedCommand } from "./completed.ts";

/** A script for zsh, which understands that of bash. */
export function zshScript(program: string, commands: readonly [CompletedCommand, ...CompletedCommand[]]): string {
  const [, ...script] = bashScript(program, commands).split("\n");
  const head = `# Completion of ${program} for zsh, behind compinit: eval "$(${program} completion zsh)"`;
  return [head, "autoload -U +X bashcompinit && bashcompinit", ...script].join("\n");
}
