import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { binary } from "@seapink/protocol-binary";
import { generate } from "@seapink/codegen";
import { compile } from "@seapink/idl";
import { decode, encode, type StructType } from "@seapink/schema";
import { expect, onTestFinished, test } from "vitest";
import { createWorkspace } from "../workspace.ts";

const textOf = (idl: string): string => generate([compile({ "a.thrift": idl })], { aot: true })[0]?.text ?? "";
const functionsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/^function (\w+)/gm), ([, name = ""]) => name);

test.for<[what: string, idl: string, functions: readonly string[]]>([
  [
    "each struct, union and exception",
    "struct S {} union U {1: S s} exception X {1: S s}",
    ["emptyCodec", "uCodec", "xCodec"],
  ],
  [
    "what a method takes and gives",
    "service Files { i32 size(1: string path) }",
    ["filesSizeArgsCodec", "filesSizeResultCodec"],
  ],
  [
    "what a stream and a sink carry, and what ends it",
    "service S { stream<i32> read() sink<i32, string> write() }",
    ["emptyCodec", "sReadStreamItemCodec", "sWriteSinkItemCodec", "sWriteFinalResponseCodec"],
  ],
  [
    "nothing, once, for all that have no fields",
    "struct A {} struct B {} service S { void a() void b() }",
    ["emptyCodec"],
  ],
  ["names that are taken", "struct S {1: i32 a} enum sCodec { A }", ["sCodec_"]],
])("a function is written for %s", ([, idl, functions]) => {
  const text = textOf(idl);
  expect(functionsIn(text)).toEqual(functions);
  for (const name of functions) expect(text).toMatch(new RegExp(`: ${name}\\b`));
});

test("without being asked for, none is written", () => {
  const [file] = generate([compile({ "a.thrift": "struct S {1: i32 a} service V { S s(1: S s) }" })]);
  expect(file?.text).not.toMatch(/function|codec/i);
});

test("a struct with more fields than code may have works all the same", async () => {
  const fields = Array.from({ length: 2049 }, (_, i) => `${i + 1}: i32 f${i} = ${i}`);
  const files = generate([compile({ "a.thrift": `struct Large { ${fields.join(" ")} }` })], { aot: true });
  const workspace = await createWorkspace();
  onTestFinished(() => workspace[Symbol.asyncDispose]());
  await workspace.write("large", files);
  const url = pathToFileURL(join(workspace.folder, "large/a.ts")).href;
  const { Large } = (await import(/* @vite-ignore */ url)) as { readonly Large: StructType };
  const decoded = decode(Large, encode(Large, { f0: -1 }, binary()), binary()) as Readonly<Record<string, number>>;
  expect([decoded["f0"], decoded["f1"], decoded["f2048"]]).toEqual([-1, 1, 2048]);
});
