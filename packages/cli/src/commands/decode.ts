import type { Command } from "commander";

export function addDecode(program: Command): void {
  program.command("decode");
}
