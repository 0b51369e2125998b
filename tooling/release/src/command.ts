import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);
const timeoutMs = 180_000;

/** Runs a command to its end and resolves to what it printed. Rejects, with all that it said, if it fails. */
export async function output(command: string, args: readonly string[], cwd?: string): Promise<string> {
  try {
    return (await execute(command, args, { cwd, maxBuffer: 1 << 26, timeout: timeoutMs })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error([`${command} ${args.join(" ")}`, stdout, stderr].filter(Boolean).join("\n"), { cause: error });
  }
}
