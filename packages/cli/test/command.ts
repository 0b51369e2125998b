import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** What is compiled once need not be again, which is most of a start. */
const compileCache = fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));

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

/** Starts `seapink`, or another program, all of its standard streams pipes. */
export function start(
  args: readonly string[],
  { cwd, env, program = main }: Omit<RunOptions, "stdin"> & { readonly program?: string } = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["--conditions=@seapink/source", program, ...args], {
    cwd,
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache, ...env },
    stdio: "pipe",
  });
}

/** Runs `seapink` to its end. */
export async function run(args: readonly string[], { stdin = "", ...options }: RunOptions = {}): Promise<Ended> {
  const child = start(args, options);
  child.stdin.on("error", () => undefined).end(stdin);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: code as number | null, stdout, stderr };
}
