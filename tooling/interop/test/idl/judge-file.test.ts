import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Compiler, findCompiler } from "../../src/idl/compiler.ts";
import { judgeFile, type Trial } from "../../src/idl/judge-file.ts";
import type { Verdict } from "../../src/idl/verdict.ts";
import { scratch } from "./scratch.ts";

const found = await findCompiler();

/** The verdict on the first file. */
async function verdict(files: Readonly<Record<string, string>>, changes: Partial<Trial> = {}): Promise<Verdict> {
  const folder = scratch(files);
  const file = join(folder, Object.keys(files)[0] ?? "");
  return judgeFile({
    file,
    dialect: "apache",
    includeDirs: [folder],
    compiler: undefined,
    workshop: folder,
    ...changes,
  });
}

const service = {
  "x/a.thrift": `/** All. */
include "../b.thrift"
include "far/c.thrift"
namespace java a.b
/** One of many. */
struct A { /** Its b. */ 1: required b.B b (k = "v", bare), 2: c.C c = c.C.TWO, 3: list<string> l = ["a", 'b\\'"'] } (x = "y")
service S { void f(1: A a) throws (1: b.E e), oneway void g() }`,
  "b.thrift": "struct B {} exception E { 1: string message }",
  "far/c.thrift": "enum C { ONE = 0x1, TWO }",
};

test("without a judge, what is printed reads as it did", async () => {
  expect(await verdict(service)).toMatchObject({
    thrift: undefined,
    refusal: undefined,
    printed: "same",
    json: "untried",
  });
});

test("ours may be told the dialect", async () => {
  const text = { "a.thrift": "interaction I { void f() } service S { I open() }" };
  expect(await verdict(text, { dialect: "fbthrift" })).toMatchObject({ refusal: undefined, printed: "same" });
});

describe.runIf("version" in found)("with a judge", () => {
  const compiler = found as Compiler;

  test("what is printed compiles to the same, with what it includes", async () => {
    expect(await verdict(service, { compiler })).toMatchObject({
      thrift: { outcome: "accepted" },
      refusal: undefined,
      printed: "same",
      json: "same",
    });
  });

  test("what both refuse is not printed", async () => {
    expect(await verdict({ "a.thrift": "struct A { 1: B b }" }, { compiler })).toMatchObject({
      thrift: { outcome: "refused" },
      refusal: {
        reason: expect.stringMatching(
          /a\.thrift:1:15: error: expected a type, got "B", which is not defined$/,
        ) as string,
        isOwn: true,
      },
      printed: "untried",
      json: "untried",
    });
  });

  test.each([
    ["is not there", {}],
    ["has mistakes", { "b.thrift": 'include "missing.thrift" struct B { 1: missing.M m }' }],
  ])("what has nothing wrong is printed, though what it includes %s", async (_, more) => {
    const files = { "a.thrift": 'include "b.thrift" /** A. */ struct A { 1: list<i32> b = [1] }', ...more };
    expect(await verdict(files, { compiler })).toMatchObject({
      thrift: { outcome: "accepted" },
      refusal: { isOwn: false },
      printed: "same",
      json: "same",
    });
  });

  test("what the judge alone refuses is printed all the same", async () => {
    expect(await verdict({ "a.thrift": "struct class { 1: stream<i32> a }" }, { compiler })).toMatchObject({
      thrift: { outcome: "refused" },
      json: "untried",
    });
  });
});
