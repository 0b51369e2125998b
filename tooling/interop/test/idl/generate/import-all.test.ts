import { join } from "node:path";
import { expect, test } from "vitest";
import { importAll } from "../../../src/idl/generate/import-all.ts";
import type { Mode } from "../../../src/idl/generate/trial.ts";
import { scratch } from "../scratch.ts";

test.each<[mode: Mode, text: string, reason: RegExp | undefined]>([
  ["plain", "export const a: number = 1;\n", undefined],
  ["plain", "export enum A { B }\n", /^plain: import: SyntaxError: /],
  ["plain", 'import "./missing.ts";\n', /^plain: import: Error: Cannot find module/],
  ["plain", "new Function('')();\n", undefined],
  ["aot", "new Function('')();\n", /^aot: import: EvalError: /],
  ["plain", "process.exit(3);\n", /^plain: import: Error: Command failed/],
])("imports as %s: %j", async (mode, text, reason) => {
  const folder = scratch({ "package.json": '{ "type": "module" }', "a.ts": text });
  const faults = await importAll([{ source: "a.thrift", path: join(folder, "a.ts"), mode, shapes: {} }], folder);
  const expected = reason === undefined ? [] : [{ source: "a.thrift", reason: expect.stringMatching(reason) }];
  expect(faults).toEqual(expected);
});
