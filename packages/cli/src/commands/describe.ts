import type { Command } from "commander";

export function addDescribe(program: Command): void {
  program.command("describe");
}
