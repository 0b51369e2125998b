import { generate } from "@seapink/codegen";
import { compile } from "@seapink/idl";
import { expect, test } from "vitest";

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

test("no program is no file", () => expect(generate([])).toStrictEqual([]));
