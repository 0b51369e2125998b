import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IdlDialect, Program } from "@seapink/idl";
import type { Folder } from "../folders.ts";
import { read, type Reading } from "../reading.ts";
import { foldersAbove, thriftFilesIn } from "../thrift-files.ts";
import { compileStrictly } from "./compile-strictly.ts";
import { linesOf } from "./fault.ts";
import { importAll } from "./import-all.ts";
import { writeTrials } from "./trial.ts";

const packages = fileURLToPath(new URL("../../../../../packages", import.meta.url));

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * `pnpm interop idl --generate`: the TypeScript of each file that is no mistake, compiled as strictly as can be and
 * imported. Returns the exit code: 1 if some of it is wrong; 2 if nothing was tried.
 */
export async function interopGenerate(folders: readonly Folder[], print: (line: string) => void): Promise<number> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const folder of folders) {
    const counts = await tryFolder(folder, print);
    print(`${folder.path}: ${formatted(counts)}`);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  print(formatted(total));
  if (total.failed > 0) return 1;
  return total.passed === 0 ? 2 : 0;
}

function formatted({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

async function tryFolder(folder: Folder, print: (line: string) => void): Promise<Counts> {
  const programs: Program[] = [];
  let skipped = 0;
  for (const file of await thriftFilesIn(folder.path)) {
    const includeDirs = [...foldersAbove(file, folder.path), ...folder.includeDirs];
    const { program, refusal } = await readInAny(file, folder.dialect, includeDirs);
    if (program !== undefined) programs.push(program);
    else print(`skipped ${file}: ${refusal.reason}`);
    skipped += program === undefined ? 1 : 0;
  }
  const failures = await failuresOf(programs);
  for (const line of failures.values()) print(line);
  // A file that others include, and that is none of the folder's, is told of as well.
  const passed = programs.filter(({ file }) => !failures.has(file)).length;
  return { passed, failed: failures.size, skipped };
}

const dialects: readonly IdlDialect[] = ["apache", "fbthrift", "thriftgo"];

/** As the given dialect has it, or else as another compiler does: whose file it is, it does not say. */
async function readInAny(file: string, first: IdlDialect, includeDirs: readonly string[]): Promise<Reading> {
  const given = await read({ file, dialect: first, includeDirs });
  if (given.program !== undefined) return given;
  for (const dialect of dialects) {
    const other = dialect === first ? given : await read({ file, dialect, includeDirs });
    if (other.program !== undefined) return other;
  }
  return given;
}

/** A line for each file of which the code is wrong. */
async function failuresOf(programs: readonly Program[]): Promise<ReadonlyMap<string, string>> {
  if (programs.length === 0) return new Map();
  const workshop = await mkdtemp(join(tmpdir(), "interop-generate-"));
  try {
    await writeFile(join(workshop, "package.json"), '{ "type": "module" }');
    await mkdir(join(workshop, "node_modules"));
    await symlink(packages, join(workshop, "node_modules/@seapink"));
    const { trials, faults } = await writeTrials(programs, workshop);
    return linesOf([...faults, ...(await compileStrictly(trials, workshop)), ...(await importAll(trials, workshop))]);
  } finally {
    await rm(workshop, { recursive: true });
  }
}
