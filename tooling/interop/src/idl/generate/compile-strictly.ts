import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Fault, messageOf } from "./fault.ts";
import type { Trial } from "./trial.ts";

const run = promisify(execFile);

const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));

/** All that a project may ask for; `isolatedDeclarations` asks for types on all exports. */
const strictest = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedSideEffectImports: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  declaration: true,
  isolatedDeclarations: true,
};

const project = {
  target: "ES2024",
  module: "NodeNext",
  lib: ["ES2024", "ESNext.Disposable", "DOM", "DOM.AsyncIterable"],
  types: [],
  noEmit: true,
  allowImportingTsExtensions: true,
  customConditions: ["@seapink/source"],
};

/** How many files one run of the compiler takes, which bounds its memory. */
const atOnce = 400;

/** Compiles generated files, and tells what the compiler says of them. `@seapink/*` must be found from the folder. */
export async function compileStrictly(trials: readonly Trial[], folder: string): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const byPath = new Map(trials.map((trial) => [trial.path, trial]));
  for (let from = 0; from < trials.length; from += atOnce) {
    const files = trials.slice(from, from + atOnce).map(({ path }) => path);
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...strictest, ...project }, files }),
    );
    for (const complaint of complaintsIn(await said(folder))) {
      const path = resolve(folder, complaint.path);
      const trial = byPath.get(path);
      const code = (await readFile(path, "utf8")).split("\n")[complaint.line - 1]?.trim();
      const where = `${trial?.mode ?? path}: line ${complaint.line}`;
      faults.push({ source: trial?.source ?? path, reason: `${where}: ${complaint.message}: ${code?.slice(0, 200)}` });
    }
  }
  return faults;
}

async function said(folder: string): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      maxBuffer: 2 ** 28,
    });
    return stdout;
  } catch (error) {
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string" && error.stdout !== "")
      return error.stdout;
    throw new Error(`expected the compiler to run, got ${messageOf(error)}`, { cause: error });
  }
}

/** What the compiler complains about: `path(line,column): error TS2322: message`, without the lines that explain it. */
export function complaintsIn(
  output: string,
): readonly { readonly path: string; readonly line: number; readonly message: string }[] {
  const complaints = output.split("\n").filter((line) => /\berror TS\d+: /.test(line));
  return complaints.map((text) => {
    const [, path = "", line = "", message = ""] = /^(.+?)\((\d+),\d+\): (error TS\d+: .*)$/.exec(text) ?? [];
    if (message === "") throw new Error(`expected an error with a place from the compiler, got ${text}`);
    return { path, line: Number(line), message };
  });
}
