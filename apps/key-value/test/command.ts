import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["--conditions=@seapink/source", main, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. */
export async function run(...args: readonly string[]): Promise<Ended> {
  const child = start(args);
  const [stdout, stderr, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, "close"),
  ]);
  return { code: code as number | null, stdout, stderr };
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) text += chunk.toString();
  return text;
}

export interface Running extends AsyncDisposable {
  readonly address: string;
  /** Sends a signal, and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly lines: readonly string[] }>;
}

/** Starts `serve` and waits for the line that says where it listens. */
export async function serving(data: string, listen = "any://127.0.0.1:0"): Promise<Running> {
  const child = start(["serve", "--data", data, "--listen", listen]);
  const lines: string[] = [];
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on("line", (line) => {
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
    address,
    kill,
    async [Symbol.asyncDispose]() {
      await kill("SIGKILL");
    },
  };
}
