import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { GeneratedFile } from "@seapink/codegen";

const run = promisify(execFile);
const packageFolder = join(import.meta.dirname, "..");

/** A folder from which the packages are found as from here. */
export async function createWorkspace(): Promise<Workspace> {
  const parent = join(packageFolder, ".cache");
  await mkdir(parent, { recursive: true });
  return new Workspace(await mkdtemp(join(parent, "generated-")));
}

export class Workspace implements AsyncDisposable {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async write(name: string, files: readonly Pick<GeneratedFile, "path" | "text">[]): Promise<void> {
    for (const { path, text } of files) {
      const file = join(this.folder, name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  /** What the compiler has to say of all files, under its strictest settings. */
  async compile(): Promise<string> {
    await writeFile(join(this.folder, "tsconfig.json"), JSON.stringify({ compilerOptions: strictest, include: ["."] }));
    return output(join(packageFolder, "../../node_modules/.bin/tsc"), ["-p", this.folder]);
  }

  /** What Node has to say of files that it runs as they stand. */
  async run(paths: readonly string[]): Promise<string> {
    const main = join(this.folder, "main.ts");
    await writeFile(main, paths.map((path) => `import "./${path}";\n`).join(""));
    return output(process.execPath, ["--conditions=@seapink/source", main]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}

async function output(file: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(file, args).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  return stdout + stderr;
}

const strictest = {
  target: "ES2023",
  module: "NodeNext",
  moduleResolution: "NodeNext",
  lib: ["ES2024", "ESNext.Disposable", "DOM", "DOM.AsyncIterable"],
  types: [],
  customConditions: ["@seapink/source"],
  noEmit: true,
  declaration: true,
  allowImportingTsExtensions: true,
  strict: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noFallthroughCasesInSwitch: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  skipLibCheck: false,
};
