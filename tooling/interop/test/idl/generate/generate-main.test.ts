import { expect, test } from "vitest";
import { interopIdl } from "../../../src/idl/idl-main.ts";
import { scratch } from "../scratch.ts";

async function run(...args: string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  return { code: await interopIdl(["--generate", ...args], (line) => lines.push(line)), lines };
}

test("tries all files of all folders, each in both modes", async () => {
  const folder = scratch({
    "a.thrift": 'include "b/b.thrift" struct A { 1: b.B b }',
    "b/b.thrift": "struct B {} union None {}",
  });
  const fbthrift = scratch({ "if/a.thrift": 'include "if/b.thrift" interaction I {}', "if/b.thrift": "struct B {}" });
  const { code, lines } = await run(folder, "--dialect", "fbthrift", "--include", fbthrift, `${fbthrift}/if`);
  expect(lines).toEqual([
    `${folder}: 2 passed, 0 failed, 0 skipped`,
    `${fbthrift}/if: 2 passed, 0 failed, 0 skipped`,
    "4 passed, 0 failed, 0 skipped",
  ]);
  expect(code).toBe(0);
});

test("says which files it skips, and why", async () => {
  const { code, lines } = await run(scratch({ "a.thrift": "struct A { 1: B b }", "b.thrift": "struct B {}" }));
  expect(lines[0]).toMatch(/^skipped .*a\.thrift: .*a\.thrift:1:15: error: expected a type, got "B"/);
  expect(lines.at(-1)).toBe("1 passed, 0 failed, 1 skipped");
  expect(code).toBe(0);
});

test("trying nothing is no success", async () => {
  expect(await run(scratch({ "a.thrift": "struct A { 1: B b }" }))).toMatchObject({ code: 2 });
  expect(await run(scratch({}))).toMatchObject({ code: 2 });
});
