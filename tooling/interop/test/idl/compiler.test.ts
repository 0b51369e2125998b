import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Compiler, findCompiler } from "../../src/idl/compiler.ts";
import { scratch } from "./scratch.ts";

const found = await findCompiler();

test("without the compiler it says so", async () => {
  expect(await findCompiler("no-such-program")).toEqual({
    missing: expect.stringContaining(
      "expected Apache's compiler, got an error from no-such-program --version",
    ) as string,
  });
});

/** A program that behaves as the compiler does at its worst. */
async function compilerOf(script: string): Promise<Compiler> {
  const folder = scratch({ thrift: `#!/bin/sh\nif [ "$1" = --version ]; then echo 1.0; exit; fi\n${script}\n` });
  chmodSync(join(folder, "thrift"), 0o755);
  return (await findCompiler(join(folder, "thrift"))) as Compiler;
}

test.each([
  ["exec sleep 60", { outcome: "hung" }],
  ["kill -SEGV $$", { outcome: "crashed" }],
  ["echo one >&2; echo two >&2; exit 1", { outcome: "refused", reason: "one | two" }],
])("survives %j", async (script, outcome) => {
  const compiler = await compilerOf(script);
  expect(await compiler.compile("a.thrift", [], "/", 300)).toMatchObject(outcome);
});

describe.runIf("version" in found)("the compiler", () => {
  const compiler = found as Compiler;

  test("gives its JSON, and looks for includes where it is told to", async () => {
    const folder = scratch({ "a.thrift": 'include "b.thrift" struct A { 1: b.B b }', "x/b.thrift": "struct B {}" });
    const compiled = await compiler.compile(join(folder, "a.thrift"), [join(folder, "x")], folder);
    expect(compiled).toMatchObject({ outcome: "accepted", json: expect.stringContaining('"name": "a"') as string });
  });

  test("says why it refuses", async () => {
    const folder = scratch({ "a.thrift": "struct A { 1: B b }" });
    expect(await compiler.compile(join(folder, "a.thrift"), [], folder)).toEqual({
      outcome: "refused",
      reason: 'Type "B" not defined',
    });
  });
});
