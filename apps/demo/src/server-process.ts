import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A server in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly address: string;
  /** Resolves with how it ended, whoever ended it: `code 0`, `signal SIGKILL`. */
  readonly exited: Promise<string>;
  /** Tells it to finish what runs, and waits for that. */
  stop(): Promise<string>;
}

/** From source this file is TypeScript, built it is JavaScript; the server's file beside it is of the same kind. */
const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
const program = fileURLToPath(new URL(`./serve${extension}`, import.meta.url));

/** Starts a server on a port of this machine, 0 for a free one. Resolves when it listens; `undefined` if it said why it cannot. */
export async function startServer(port: number): Promise<ServerProcess | undefined> {
  const child = spawn(process.execPath, [...process.execArgv, program, String(port)], {
    stdio: ["ignore", "inherit", "pipe"],
  });
  // When its streams have ended, too: what it said is shown by then.
  const exited = once(child, "close").then(([code, signal]) =>
    signal === null ? `code ${String(code)}` : `signal ${String(signal)}`,
  );
  const address = await Promise.race([listening(child.stderr), exited.then(() => undefined)]);
  if (address === undefined) {
    const ended = await exited;
    if (ended !== "code 1") console.error(`the server ended with ${ended} before it listened`);
    return undefined;
  }
  return {
    pid: child.pid ?? 0,
    address,
    exited,
    stop() {
      child.kill("SIGTERM");
      return exited;
    },
  };
}

/** The address that the server says it listens on; whatever else it says is shown. */
function listening(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: stderr }).on("line", (line) => {
      const address = /^listening on (\S+)$/.exec(line)?.[1];
      if (address === undefined) console.error(line);
      else resolve(address);
    });
  });
}
