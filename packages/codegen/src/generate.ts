import type { Program, ProgramFile } from "@seapink/idl";
import { differenceOf } from "./file-shapes.ts";
import { OutPaths } from "./paths.ts";
import { ProgramIndex } from "./program-index.ts";
import { writeFile } from "./write-file.ts";

export interface GenerateOptions {
  /** Whether the codecs are compiled now and written along, so that nothing needs `new Function`; default false. */
  readonly aot?: boolean;
  /** What imports of other generated files end in: `".ts"`, the default, or `".js"`. */
  readonly extension?: ".ts" | ".js";
  /** The folder that the names of the files are relative to; default the one that all files of the programs share. */
  readonly root?: string;
}

export interface GeneratedFile {
  /** With slashes, relative to where the files are to be written: `shared/base.ts`. */
  readonly path: string;
  /** The IDL file that it was made of. */
  readonly source: string;
  readonly text: string;
}

/**
 * The TypeScript of each file of the programs, once. The same programs give the same texts.
 * @throws RangeError for two files that would be written to one path, a file outside of `root`, and one that means
 * something else in another program
 */
export function generate(programs: readonly Program[], options: GenerateOptions = {}): readonly GeneratedFile[] {
  const { root, extension = ".ts", aot = false } = options;
  const byFile = new Map<string, ProgramIndex>();
  for (const program of programs) {
    const index = new ProgramIndex(program);
    for (const file of program.files.keys()) {
      checkSame(byFile.get(file)?.file(file), index.file(file));
      if (!byFile.has(file)) byFile.set(file, index);
    }
  }
  const paths = new OutPaths(byFile.keys(), root, extension);
  return Array.from(byFile, ([source, index]) => {
    const path = paths.of(source);
    const specifierOf = (other: string): string => paths.specifier(source, other);
    const name = paths.nameOf(source);
    return { path, source, text: writeFile(index, index.file(source), { name, specifierOf, aot }) };
  });
}

function checkSame(known: ProgramFile | undefined, other: ProgramFile): void {
  const difference = known && differenceOf(known, other);
  if (difference !== undefined)
    throw new RangeError(`expected one meaning of ${other.file} in all programs, got two of ${difference}`);
}
