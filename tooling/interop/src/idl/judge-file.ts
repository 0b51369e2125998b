import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { formatDiagnostic, type IdlDialect, IdlError, parse, print, type Program } from "@seapink/idl";
import { loadIdl } from "@seapink/idl/node";
import type { Compiler } from "./compiler.ts";
import { writePrinted } from "./printed-program.ts";
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
    const thrift = compiled && { outcome: compiled.outcome, reason: "reason" in compiled ? compiled.reason : "" };
    const program = await loadedOrWhyNot(trial);
    if (typeof program === "string") return { file, thrift, refusal: program, printed: "untried", json: "untried" };
    const printed = comparePrinted(program, trial.dialect);
    const before = compiled && "json" in compiled ? compiled.json : undefined;
    const json = before === undefined ? "untried" : await compareJson(before, program, trial, folder);
    return { file, thrift, refusal: undefined, printed, json };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function loadedOrWhyNot({ file, dialect, includeDirs }: Trial): Promise<Program | string> {
  try {
    return await loadIdl(file, { dialect, includeDirs });
  } catch (error) {
    if (!(error instanceof IdlError)) return `a defect: ${String(error)}`;
    const first = error.diagnostics.find(({ severity }) => severity === "error");
    return first === undefined ? error.message : (formatDiagnostic(first).split("\n")[0] ?? "");
  }
}

function comparePrinted(program: Program, dialect: IdlDialect): Comparison {
  const document = program.documents.get(program.file);
  if (document === undefined) throw new Error(`expected the tree of ${program.file}, got none`);
  const again = parse(print(document), { dialect });
  const [problem] = again.diagnostics.filter(({ severity }) => severity === "error");
  const differs = problem === undefined ? differenceOf(document, again.document) : formatDiagnostic(problem);
  return differs === undefined ? "same" : { differs };
}

async function compareJson(before: string, program: Program, trial: Trial, folder: string): Promise<Comparison> {
  await writePrinted(program, folder);
  const includeDirs = trial.includeDirs.map((path) => join(folder, path));
  const after = await trial.compiler?.compile(join(folder, trial.file), includeDirs, folder);
  if (after === undefined || !("json" in after)) return { differs: `what is printed is refused: ${after?.reason}` };
  // The same generator writes the same program in the same way, to the letter.
  return after.json === before ? "same" : { differs: firstDifference(before, after.json) };
}

function firstDifference(before: string, after: string): string {
  const lines = after.split("\n");
  const [at, line] = [...before.split("\n").entries()].find(([i, line]) => line !== lines[i]) ?? [0, ""];
  return `${line.trim()} became ${lines[at]?.trim()}`;
}
