import { generate } from "@seapink/codegen";
import { compile, type CompileOptions } from "@seapink/idl";
import { describe, expect, test } from "vitest";

const base = "struct Base {}";

test("a file of several programs is written once", () => {
  const programs = [
    compile({ "x/a.thrift": 'include "base.thrift"', "x/base.thrift": base }),
    compile({ "x/b.thrift": 'include "base.thrift" struct B { 1: base.Base b }', "x/base.thrift": base }),
  ];
  const files = generate(programs).map(({ path, source }) => [path, source]);
  expect(files).toStrictEqual([
    ["a.ts", "x/a.thrift"],
    ["base.ts", "x/base.thrift"],
    ["b.ts", "x/b.thrift"],
  ]);
});

test("files are called by their paths from the root", () => {
  const [file] = generate([compile({ "/home/me/idl/x/a.thrift": "" })], { root: "/home/me/idl" });
  expect(file).toStrictEqual({
    path: "x/a.ts",
    source: "/home/me/idl/x/a.thrift",
    text: "// Generated from x/a.thrift by seapink. Do not edit: `seapink generate` writes it anew.\n",
  });
});

test("a file outside of the root is refused", () => {
  const programs = [compile({ "/home/me/a.thrift": "" })];
  const message = "expected files within /home/you, got /home/me/a.thrift";
  expect(() => generate(programs, { root: "/home/you" })).toThrow(new RangeError(message));
});

describe("a file that means something else in another program is refused", () => {
  test.for<readonly [what: string, text: string, other: string, options: CompileOptions, difference: string]>([
    ["texts", "struct A { 1: i32 a }", "struct A { 1: i64 a }", {}, "struct A"],
    ["what there is", "struct A {}", "struct A {} enum E {}", {}, "enum E"],
    ["an i64 as a number", "struct A { 1: i64 a }", "struct A { 1: i64 a }", { i64: "number" }, "struct A"],
    ["a typedef of one", "typedef i64 A", "typedef i64 A", { i64: "number" }, "typedef A"],
    ["annotations", "struct A {}", 'struct A {} (k = "v")', {}, "struct A"],
    ["includes", 'include "x/c.thrift"', 'include "y/c.thrift"', {}, "include c x/c.thrift"],
  ])("%s", ([, text, other, options, difference]) => {
    const programs = [
      compile({ "a.thrift": text, "x/c.thrift": "", "y/c.thrift": "" }),
      compile({ "a.thrift": other, "x/c.thrift": "", "y/c.thrift": "" }, options),
    ];
    const message = `expected one meaning of a.thrift in all programs, got two of ${difference}`;
    expect(() => generate(programs)).toThrow(new RangeError(message));
  });

  test("but not one that says the same in other words", () => {
    const programs = ["struct A { 1: i32 a = 5 }", "/** Doc. */ const i32 B = 5 struct A { 1: i32 a = 0x5 }"].map(
      (text) => compile({ "a.thrift": `${text} ${text.includes("const") ? "" : "const i32 B = 5"}` }),
    );
    expect(generate(programs)).toHaveLength(1);
  });
});

test("no program is no file", () => expect(generate([])).toStrictEqual([]));
