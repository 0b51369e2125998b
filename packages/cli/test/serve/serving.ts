import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { start } from "../command.ts";

export interface Serving extends AsyncDisposable {
  /** The first that it listens at. */
  readonly at: string;
  /** What it has said on standard error so far. */
  readonly lines: readonly string[];
  /** Waits until it says what matches. */
  said(pattern: RegExp): Promise<string>;
  /** Sends a signal, and waits for the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `seapink serve` and waits until it listens. */
export async function serving(args: readonly string[], cwd: string): Promise<Serving> {
  const child = start(["serve", ...args], { cwd });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const { lines, said } = linesOf(child, exited);
  const at = (await said(/^listening on /)).slice("listening on ".length);
  const stop = (signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> => {
    child.kill(signal);
    return exited;
  };
  return { at, lines, said, stop, [Symbol.asyncDispose]: async () => void (await stop("SIGKILL")) };
}

function linesOf(
  child: ChildProcessWithoutNullStreams,
  exited: Promise<number | null>,
): Pick<Serving, "lines" | "said"> {
  const lines: string[] = [];
  const input = createInterface({ input: child.stderr }).on("line", (line) => lines.push(line));
  const ended = exited.then((code) => Promise.reject(new Error(`ended with ${code}: ${lines.join("\n")}`)));
  ended.catch(() => undefined);
  const said = async (pattern: RegExp): Promise<string> => {
    const known = lines.find((line) => pattern.test(line));
    if (known !== undefined) return known;
    const { promise, resolve } = Promise.withResolvers<string>();
    input.on("line", (line) => pattern.test(line) && resolve(line));
    return Promise.race([promise, ended]);
  };
  return { lines, said };
}
