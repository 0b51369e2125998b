import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Compiler, findCompiler } from "./compiler.ts";
import { checkFolders, type Folder, foldersOf } from "./folders.ts";
import { interopGenerate } from "./generate/generate-main.ts";
import { judgeFile } from "./judge-file.ts";
import { foldersAbove, thriftFilesIn } from "./thrift-files.ts";
import { countsOf, faultsOf, formatCounts, notesOf, type Verdict } from "./verdict.ts";

/**
 * `pnpm interop idl`: our reading and printing of IDL against Apache's compiler. Returns the exit code: 1 if ours refuses
 * what it accepts, or prints something else; 2 if nothing was tried. With `--generate`, the code that is made of IDL.
 */
export async function interopIdl(args: readonly string[], print: (line: string) => void): Promise<number> {
  const folders = foldersOrWhyNot(args.filter((word) => word !== "--generate"));
  if (typeof folders === "string") {
    print(folders);
    return 2;
  }
  if (args.includes("--generate")) return await interopGenerate(folders, print);
  const compiler = await findCompiler();
  if ("missing" in compiler) {
    print(`skipped: ${compiler.missing}`);
    return 2;
  }
  print(`the judge is ${compiler.version}`);
  const verdicts: Verdict[] = [];
  for (const folder of folders) {
    const own = await judgeFolder(folder, compiler, print);
    print(`${folder.path}: ${formatCounts(countsOf(own))}`);
    verdicts.push(...own);
  }
  const failed = verdicts.filter((verdict) => faultsOf(verdict).length > 0).length;
  print(`${verdicts.length - failed} passed, ${failed} failed, 0 skipped`);
  if (failed > 0) return 1;
  return verdicts.length === 0 ? 2 : 0;
}

function foldersOrWhyNot(args: readonly string[]): readonly Folder[] | string {
  try {
    const folders = foldersOf(args);
    checkFolders(folders);
    return folders;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

async function judgeFolder(folder: Folder, compiler: Compiler, print: (line: string) => void): Promise<Verdict[]> {
  const workshop = await mkdtemp(join(tmpdir(), "interop-idl-"));
  const verdicts: Verdict[] = [];
  try {
    for (const file of await thriftFilesIn(folder.path)) {
      const verdict = await judgeFile({
        file,
        dialect: folder.dialect,
        includeDirs: [...foldersAbove(file, folder.path), ...folder.includeDirs],
        compiler: folder.dialect === "fbthrift" ? undefined : compiler,
        workshop,
      });
      verdicts.push(verdict);
      for (const line of [...faultsOf(verdict), ...notesOf(verdict)]) print(line);
    }
  } finally {
    await rm(workshop, { recursive: true });
  }
  return verdicts;
}
