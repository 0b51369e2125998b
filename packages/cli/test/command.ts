import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What it reads; by default nothing. */
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs `seapink` to its end. */
export async function run(args: readonly string[], { stdin = "", cwd, env }: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, ["--conditions=@seapink/source", main, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: "pipe",
  });
  child.stdin.on("error", () => undefined).end(stdin);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: code as number | null, stdout, stderr };
}
