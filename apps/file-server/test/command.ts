import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readlink } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const program = [process.execPath, "--conditions=@seapink/source", main] as const;

/** A command that runs, its standard streams all pipes. */
export function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  const [node, ...before] = program;
  return spawn(node, [...before, ...args]);
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. */
export function run(...args: readonly string[]): Promise<Ended> {
  return runWith("", ...args);
}

/** The same with something on standard input. */
export async function runWith(stdin: string, ...args: readonly string[]): Promise<Ended> {
  const child = start(...args);
  child.stdin.end(stdin);
  const [stdout, stderr, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, "close"),
  ]);
  return { code: code as number | null, stdout, stderr };
}

/** Runs a line of the shell, in which `$FILES` is the command. */
export async function shell(line: string): Promise<Ended> {
  const child = spawn("bash", ["-c", `set -o pipefail; ${line}`], {
    env: { ...process.env, FILES: program.join(" ") },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, "close"),
  ]);
  return { code: code as number | null, stdout, stderr };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk.toString();
  return text;
}

export interface Running extends AsyncDisposable {
  /** By Rocket. */
  readonly at: string;
  /** Sends a signal, and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly lines: readonly string[] }>;
  /** How many files of a folder it has open. */
  openIn(folder: string): Promise<number>;
}

/** Starts `serve` and waits for the line that says where it listens. */
export async function serving(root: string, ...args: readonly string[]): Promise<Running> {
  const listen = args.includes("--listen") ? [] : ["--listen", "any://127.0.0.1:0"];
  return await runningOf(start("serve", "--root", root, ...listen, ...args));
}

/** The same under a limit of the shell, `ulimit -f 1`. */
export function servingUnder(limit: string, root: string): Promise<Running> {
  const line = `${limit}; exec ${program.join(" ")} serve --root ${root} --listen any://127.0.0.1:0`;
  return runningOf(spawn("bash", ["-c", line]));
}

async function runningOf(child: ChildProcessWithoutNullStreams): Promise<Running> {
  const lines: string[] = [];
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      lines.push(line);
      if (line.startsWith("listening on ")) resolve(line.slice("listening on ".length));
    });
    void exited.then((code) => reject(new Error(`ended with ${code}: ${lines.join("\n")}`)));
  });
  const kill = async (signal: NodeJS.Signals): Promise<{ code: number | null; lines: readonly string[] }> => {
    child.kill(signal);
    return { code: await exited, lines };
  };
  return {
    at: address.replace("any:", "rocket:"),
    kill,
    openIn: (folder) => openFiles(child.pid ?? 0, folder),
    async [Symbol.asyncDispose]() {
      await kill("SIGKILL");
    },
  };
}

/** How many files of a folder a process has open. */
export async function openFiles(pid: number, folder: string): Promise<number> {
  const fds = await readdir(`/proc/${pid}/fd`);
  const paths = await Promise.all(fds.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => "")));
  return paths.filter((path) => path.startsWith(folder)).length;
}
