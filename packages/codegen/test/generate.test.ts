import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile, type Program } from "@seapink/idl";
import { type GeneratedFile, generate } from "@seapink/codegen";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProgramIndex } from "../src/program-index.ts";
import { type Descriptor, shapeOf, valueOf } from "../src/shape.ts";
import { samples } from "./texts.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

interface Case {
  readonly name: string;
  readonly program: Program;
  readonly files: readonly GeneratedFile[];
}

const modes = ["bigint", "number"] as const;
const cases = Object.entries(samples).flatMap(([name, { files, options }]): readonly Case[] =>
  modes.map((i64) => {
    // What is beyond 2^53 is no number.
    const texts = Object.fromEntries(
      Object.entries(files).map(([file, text]) => [
        file,
        i64 === "number" ? text.replaceAll("922337203685477580", "92233720368547") : text,
      ]),
    );
    const program = compile(texts, { ...options, i64 });
    return { name: `${name}, i64 as ${i64}`, program, files: generate([program]) };
  }),
);

let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
  for (const [i, { files }] of cases.entries()) await workspace.write(String(i), files);
});

afterAll(() => workspace[Symbol.asyncDispose]());

test("all that is generated compiles under the strictest settings", async () => {
  expect(await workspace.compile()).toBe("");
});

test("Node runs all that is generated as it stands", async () => {
  expect(await workspace.run(cases.flatMap(({ files }, i) => files.map(({ path }) => `${i}/${path}`)))).toBe("");
});

type Exports = Readonly<Record<string, unknown>>;

describe("what is generated means what the IDL means", () => {
  test.for(cases.map((one, i) => [one.name, i, one] as const))("%s", async ([, i, { program, files }]) => {
    const index = new ProgramIndex(program);
    for (const { source, path } of files) {
      const names = index.names(source);
      const url = pathToFileURL(join(workspace.folder, String(i), path)).href;
      const exports = (await import(/* @vite-ignore */ url)) as Exports;
      for (const definition of index.file(source).definitions) {
        const hasTypeName = definition.kind === "enum" || definition.kind === "exception";
        const made = exports[names.of(definition, hasTypeName ? "Type" : "")];
        if (definition.kind === "typedef") expect(made).toBeUndefined();
        else if (definition.kind === "const") expect(valueOf(made)).toBe(valueOf(definition.value));
        else expect(shapeOf(made as Descriptor)).toBe(shapeOf(definition.type));
      }
    }
  });
});

test("the same programs give the same texts", () => {
  for (const { name, program, files } of cases) expect(generate([program]), name).toStrictEqual(files);
});
