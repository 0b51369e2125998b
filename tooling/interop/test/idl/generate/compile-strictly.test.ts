import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileStrictly, complaintsIn } from "../../../src/idl/generate/compile-strictly.ts";
import { scratch } from "../scratch.ts";

const found = "a/b (1).ts(12,3): error TS2322: Type 'string' is not assignable\n  Type 'x' is not\n";

test("reads complaints, without the lines that explain them", () => {
  const message = "error TS2322: Type 'string' is not assignable";
  expect(complaintsIn(found)).toEqual([{ path: "a/b (1).ts", line: 12, message }]);
  expect(complaintsIn("")).toEqual([]);
});

test("a complaint without a place is no fault of a file", () => {
  expect(() => complaintsIn("error TS6053: File 'a.ts' not found.\n")).toThrow("expected an error with a place");
});

test("says of each file what the strictest settings refuse, with the line", async () => {
  const folder = scratch({
    "package.json": '{ "type": "module" }',
    "good.ts": "export const a: number | undefined = [1][0];\n",
    "bad.ts": "export interface A { a?: number }\nexport const a: A = { a: undefined };\n",
  });
  mkdirSync(join(folder, "node_modules"));
  const trials = ["good", "bad"].map((name) => {
    return { source: `${name}.thrift`, path: join(folder, `${name}.ts`), mode: "aot" as const, shapes: {} };
  });
  expect(await compileStrictly(trials, folder)).toEqual([
    {
      source: "bad.thrift",
      reason: expect.stringMatching(/^aot: line 2: error TS2375: .*: export const a: A = \{ a: undefined \};$/),
    },
  ]);
});
