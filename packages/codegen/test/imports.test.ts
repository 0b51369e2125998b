import { generate } from "@seapink/codegen";
import { compile, type IdlTexts } from "@seapink/idl";
import { describe, expect, test } from "vitest";

function importsOf(files: IdlTexts, path: string, extension: ".ts" | ".js" = ".ts"): readonly string[] {
  const file = generate([compile(files)], { extension }).find((file) => file.path === path);
  return file?.text.split("\n").filter((line) => line.startsWith("import ")) ?? [];
}

const gen1 = 'import * as t from "@seapink/schema/gen1";';
const base = { "base.thrift": "struct A {} typedef i32 B const i32 C = 5" };

describe("a file imports", () => {
  test.for<readonly [what: string, idl: string, expected: readonly string[]]>([
    ["nothing that it does not use", 'include "base.thrift" typedef i32 T', []],
    ["gen1 for descriptors", "struct S {}", [gen1]],
    [
      "rpc's types for services",
      "service S {}",
      ['import type { Client, Implementation } from "@seapink/rpc/gen1";', gen1],
    ],
    [
      "those for interactions",
      "interaction I { void a() }",
      ['import type { InteractionClient, InteractionHandler } from "@seapink/rpc/gen1";', gen1],
    ],
    ["types as types", 'include "base.thrift" typedef base.B T', ['import type * as base from "./base.ts";']],
    ["values", 'include "base.thrift" const i32 D = base.C', ['import * as base from "./base.ts";']],
    [
      "types and values at once",
      'include "base.thrift" struct S { 1: base.A a }',
      [gen1, 'import * as base from "./base.ts";'],
    ],
    [
      "a typedef as a type only",
      'include "base.thrift" struct S { 1: base.B b }',
      [gen1, 'import type * as base from "./base.ts";'],
    ],
  ])("%s", ([, idl, expected]) => {
    expect(importsOf({ "a.thrift": idl, ...base }, "a.ts")).toStrictEqual(expected);
  });
});

test("what a typedef leads to is imported from where it is defined", () => {
  const files = {
    "a.thrift": 'include "b.thrift" struct A { 1: b.Renamed c }',
    "b.thrift": 'include "low/c.thrift" typedef c.C Renamed',
    "low/c.thrift": "struct C {}",
  };
  expect(importsOf(files, "a.ts")).toStrictEqual([
    gen1,
    'import type * as b from "./b.ts";',
    'import * as c from "./low/c.ts";',
  ]);
});

test("imports end in what is asked for", () => {
  const files = { "a.thrift": 'include "base.thrift" const i32 D = base.C', ...base };
  expect(importsOf(files, "a.ts", ".js")).toStrictEqual(['import * as base from "./base.js";']);
});

test("names of imports give way to those of the IDL", () => {
  const idl = 'include "base.thrift" struct t { 1: base.A a } struct base {} service Client {}';
  expect(importsOf({ "a.thrift": idl, ...base }, "a.ts")).toStrictEqual([
    'import type { Client as Client_, Implementation } from "@seapink/rpc/gen1";',
    'import * as t_ from "@seapink/schema/gen1";',
    'import * as base_ from "./base.ts";',
  ]);
});
