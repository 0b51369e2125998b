import type { Program } from "@seapink/idl";

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
 * @throws RangeError for two files that would be written to one path, or a file outside of `root`
 */
export function generate(programs: readonly Program[], _options: GenerateOptions = {}): readonly GeneratedFile[] {
  return programs.map((program) => ({ path: "a.ts", source: program.file, text: "" }));
}
