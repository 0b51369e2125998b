import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type GeneratedFile, generate } from "@seapink/codegen";
import type { Definition, Program } from "@seapink/idl";
import { loadIdl } from "@seapink/idl/node";
import { ProgramIndex } from "../../src/program-index.ts";
import type { Workspace } from "../workspace.ts";

/** The torture files as they are linked and generated in one way. */
export interface Variant {
  readonly name: string;
  readonly program: Program;
  readonly files: readonly GeneratedFile[];
}

/** What means no i64 is the same in both ways, and needs no second look. */
const entries = { bigint: "torture.thrift", number: "services.thrift" } as const;

export async function variants(): Promise<readonly Variant[]> {
  const all = Object.entries(entries).map(async ([i64, entry]) => {
    const path = join(import.meta.dirname, "idl", entry);
    const program = await loadIdl(path, { i64: i64 as keyof typeof entries });
    return ["plain", "aot"].map((codecs) => {
      return { name: `${i64}-${codecs}`, program, files: generate([program], { aot: codecs === "aot" }) };
    });
  });
  return (await Promise.all(all)).flat();
}

/** A definition of the IDL, and what a generated file exports for it. */
export interface Exported {
  readonly definition: Definition;
  readonly value: unknown;
}

/** Loads the files of a variant, which were written to the workspace before. */
export async function load({ name, program, files }: Variant, workspace: Workspace): Promise<readonly Exported[]> {
  const index = new ProgramIndex(program);
  const all: Exported[] = [];
  for (const { source, path } of files) {
    const url = pathToFileURL(join(workspace.folder, name, path)).href;
    const exports = (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>;
    for (const definition of index.file(source).definitions) {
      const role = definition.kind === "enum" || definition.kind === "exception" ? "Type" : "";
      all.push({ definition, value: exports[index.names(source).of(definition, role)] });
    }
  }
  return all;
}
