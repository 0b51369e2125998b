import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const patienceMs = 15_000;

/** What the compiler made of a file: its JSON, or why there is none. */
export type Compiled =
  | { readonly outcome: "accepted"; readonly json: string }
  | { readonly outcome: "refused" | "hung" | "crashed"; readonly reason: string };

export interface Compiler {
  /** As it tells it. */
  readonly version: string;
  /** Compiles to JSON, in this folder. What takes longer than `withinMs` hangs; default 15 s, as the machine may be busy. */
  compile(file: string, includeDirs: readonly string[], out: string, withinMs?: number): Promise<Compiled>;
}

/** Apache's compiler, or why there is none. */
export async function findCompiler(program: string = "thrift"): Promise<Compiler | { readonly missing: string }> {
  try {
    const { stdout } = await run(program, ["--version"], { timeout: patienceMs });
    const compile: Compiler["compile"] = async (file, includeDirs, out, withinMs = patienceMs) => {
      const includes = includeDirs.flatMap((folder) => ["-I", folder]);
      return compiled([program, ...includes, "--gen", "json", "-out", out, file], out, withinMs);
    };
    return { version: stdout.trim(), compile };
  } catch (error) {
    return { missing: `expected Apache's compiler, got an error from ${program} --version: ${reasonOf(error)}` };
  }
}

async function compiled([program, ...args]: [string, ...string[]], out: string, withinMs: number): Promise<Compiled> {
  try {
    await run(program, args, { timeout: withinMs, killSignal: "SIGKILL", maxBuffer: 2 ** 26 });
  } catch (error) {
    return { outcome: outcomeOf(error), reason: reasonOf(error) };
  }
  const name = basename(args.at(-1) ?? "").replace(/\.thrift$/, ".json");
  return { outcome: "accepted", json: await readFile(join(out, name), "utf8") };
}

function outcomeOf(error: unknown): "refused" | "hung" | "crashed" {
  if (!(error instanceof Error)) throw error;
  if ("killed" in error && error.killed === true) return "hung";
  return "signal" in error && error.signal !== null ? "crashed" : "refused";
}

/** What it said, without its warnings, in one line. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const said = [...("stdout" in error ? [error.stdout] : []), ...("stderr" in error ? [error.stderr] : [])];
  const lines = said
    .join("\n")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("[WARNING:"));
  return (lines.length === 0 ? error.message : lines.join(" | ")).trim();
}
