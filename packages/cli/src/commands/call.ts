import type { Command } from "commander";

export function addCall(program: Command): void {
  program.command("call");
}
