import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type DocumentNode, formatDiagnostic, type IdlDialect, parse, print } from "@seapink/idl";
import type { Compiler } from "./compiler.ts";
import { writePrinted } from "./printed-program.ts";
import { read, type Reading } from "./reading.ts";
import { differenceOf } from "./same-tree.ts";
import type { Comparison, Verdict } from "./verdict.ts";

export interface Trial {
  readonly file: string;
  readonly dialect: IdlDialect;
  readonly includeDirs: readonly string[];
  /** Who says what is right; nobody does for fbthrift's files. */
  readonly compiler: Compiler | undefined;
  /** Where files may be written. */
  readonly workshop: string;
}

/** Reads a file with ours and with Apache's compiler, prints it, and reads that again with both. */
export async function judgeFile(trial: Trial): Promise<Verdict> {
  const { file, includeDirs, compiler } = trial;
  const folder = await mkdtemp(join(trial.workshop, "file-"));
  try {
    const compiled = await compiler?.compile(file, includeDirs, folder);
    const reading = await read(trial);
    const { document, refusal } = reading;
    return {
      file,
      thrift: compiled && { outcome: compiled.outcome, reason: "reason" in compiled ? compiled.reason : "" },
      refusal,
      printed: document === undefined ? "untried" : comparePrinted(document, trial.dialect),
      json: compiled && "json" in compiled ? await compareJson(compiled.json, reading, trial, folder) : "untried",
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function comparePrinted(document: DocumentNode, dialect: IdlDialect): Comparison {
  const again = parse(print(document), { dialect });
  const [problem] = again.diagnostics.filter(({ severity }) => severity === "error");
  const differs = problem === undefined ? differenceOf(document, again.document) : formatDiagnostic(problem);
  return differs === undefined ? "same" : { differs };
}

async function compareJson(before: string, reading: Reading, trial: Trial, folder: string): Promise<Comparison> {
  const { program, document } = reading;
  if (document === undefined || trial.compiler === undefined) return "untried";
  const out = join(folder, "out");
  await mkdir(out);
  const root = join(folder, "printed");
  if (program) await writePrinted(program, root);
  else await writeAlone(document, root, trial.file);
  const file = join(root, program ? trial.file : basename(trial.file));
  const includeDirs = program ? trial.includeDirs.map((path) => join(root, path)) : trial.includeDirs;
  const after = await trial.compiler.compile(file, includeDirs, out);
  if (!("json" in after)) return { differs: `what is printed is refused: ${after.reason}` };
  // The same generator writes the same program in the same way, to the letter.
  return after.json === before ? "same" : { differs: firstDifference(before, after.json) };
}

/** Where there is no program, it includes what the file itself includes. */
async function writeAlone(document: DocumentNode, root: string, file: string): Promise<void> {
  await mkdir(root);
  await writeFile(join(root, basename(file)), print(document));
}

function firstDifference(before: string, after: string): string {
  const lines = after.split("\n");
  const [at, line] = [...before.split("\n").entries()].find(([i, line]) => line !== lines[i]) ?? [0, ""];
  return `${line.trim()} became ${lines[at]?.trim()}`;
}
