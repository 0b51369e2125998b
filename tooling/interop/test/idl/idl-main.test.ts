import { expect, test } from "vitest";
import { findCompiler } from "../../src/idl/compiler.ts";
import { interopIdl } from "../../src/idl/idl-main.ts";
import { scratch } from "./scratch.ts";

const isThere = "version" in (await findCompiler());

async function run(...args: string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  return { code: await interopIdl(args, (line) => lines.push(line)), lines };
}

test.runIf(isThere)("tries all files of all folders", async () => {
  const apache = scratch({ "a.thrift": 'include "b/b.thrift" struct A { 1: b.B b }', "b/b.thrift": "struct B {}" });
  const fbthrift = scratch({ "if/a.thrift": 'include "if/b.thrift" interaction I {}', "if/b.thrift": "struct B {}" });
  const { code, lines } = await run(apache, "--dialect", "fbthrift", "--include", fbthrift, `${fbthrift}/if`);
  expect(lines.slice(1)).toEqual([
    expect.stringContaining("2 files, 2 accepted by thrift, 2 by ours, 0 by thrift only"),
    expect.stringContaining("2 files, 0 accepted by thrift, 2 by ours, 0 by thrift only"),
    "4 passed, 0 failed, 0 skipped",
  ]);
  expect(code).toBe(0);
});

test.runIf(isThere)("says what failed, and fails", async () => {
  const { code, lines } = await run("--dialect", "fbthrift", scratch({ "a.thrift": "struct A { 1: B b }" }));
  expect(lines[1]).toMatch(/^FAIL .*a\.thrift: refused: .*a\.thrift:1:15: error: expected a type, got "B"/);
  expect(lines.at(-1)).toBe("0 passed, 1 failed, 0 skipped");
  expect(code).toBe(1);
});

test.runIf(isThere)("trying nothing is no success", async () => {
  expect((await run(scratch({}))).code).toBe(2);
});

test.runIf(isThere)("says why the judge refuses what ours accepts", async () => {
  const { code, lines } = await run(scratch({ "a.thrift": "service S { void set() }" }));
  expect(lines[1]).toMatch(/^ours only .*a\.thrift: thrift refused: .*syntax error/);
  expect(code).toBe(0);
});

test("says in one line which folder is none", async () => {
  const folder = scratch({ "a.thrift": "" });
  const file = `${folder}/a.thrift`;
  const missing = `${folder}/missing`;
  const notThere = { code: 2, lines: [`expected a folder, got ${missing}, which is not there`] };
  expect(await run(missing)).toEqual(notThere);
  expect(await run("--include", missing, folder)).toEqual(notThere);
  expect(await run(folder, file)).toEqual({ code: 2, lines: [`expected a folder, got ${file}, which is none`] });
});

test("says how it is used", async () => {
  const { code, lines } = await run("--dialect", "english");
  expect(lines.join()).toMatch(/^expected apache, thriftgo or fbthrift, got english\nusage: pnpm interop idl /);
  expect(code).toBe(2);
});
