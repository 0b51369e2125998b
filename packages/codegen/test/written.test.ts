import { describe, expect, test } from "vitest";
import { declarations, textOf } from "./text-of.ts";

describe("an i64 is what its use says, and a typedef's name stays where it means the same", () => {
  test.for([
    ["Big a", "a: Big"],
    ['Big a (js.type = "number")', "a: number"],
    ["Small a", "a: Small"],
    ["Bigs a", "a: Bigs"],
    ['Bigs a (js.type = "number")', "a: number[]"],
    ['map<Big, Bigs> a (js.type = "number")', "a: Map<number, number[]>"],
    ["list<map<Small, Bigs>> a", "a: Map<Small, Bigs>[]"],
  ] as const)("%s", ([field, expected]) => {
    const idl = `typedef i64 Big typedef i64 (js.type = "number") Small typedef list<Big> Bigs struct S { 1: ${field} }`;
    expect(declarations(idl, "export interface S")).toStrictEqual([`export interface S {\n  ${expected};\n}`]);
  });
});

test("an enum is an object, the union of its values, and a descriptor", () => {
  expect(textOf("/** Of E. */ enum E { A = -1 /** Of B. */ B } (k = 'v')"))
    .toBe(`import * as t from "@seapink/schema/gen1";

/** Of E. */
export const E = {
  A: -1,
  /** Of B. */
  B: 0,
} as const;
export type E = (typeof E)[keyof typeof E];

export const EType: t.EnumType = t.enumType("E", E, { annotations: t.annotations(["k", "v"]) });
`);
});

test("a field of an exception that is not what an error has in its place hides that", () => {
  const idl = "exception X { 1: i32 message 2: i32 stack }";
  expect(declarations(idl, "const", "export class")).toStrictEqual([
    'const XBase: new () => Omit<Error, "message" | "stack"> = Error;',
    'export class X extends XBase {\n  declare readonly name: "X";\n  declare message: number;\n  declare stack: number;',
  ]);
});

test("an error has a message, a name and perhaps a stack, whether they came or not", () => {
  const idl = "exception X { 1: optional string message 2: optional string name 3: optional string stack }";
  expect(declarations(idl, "export class")).toStrictEqual([
    "export class X extends Error {\n  declare message: string;\n  declare name: string;\n  declare stack?: string;",
  ]);
});

test("an exception of which no field must be there needs none", () => {
  expect(textOf("exception X { 1: i32 code = 5 }")).toContain(
    "constructor(fields: { code?: number | undefined } = {}) {",
  );
});

describe("a method has the signature", () => {
  test.for([
    ["void m()", '{ kind: "call"; args: object; returns: undefined }'],
    ["oneway void m(1: i32 a)", '{ kind: "oneway"; args: { a: number }; returns: undefined }'],
    ["i32 m(1: i32 a = 5)", '{ kind: "call"; args: { a?: number | undefined }; returns: number; defaults: "a" }'],
    ["void m() throws (1: X x, 2: X y)", '{ kind: "call"; args: object; returns: undefined; throws: X }'],
    ["stream<i32> m()", '{ kind: "stream"; args: object; returns: undefined; stream: number }'],
    [
      "i32, stream<i64 throws (1: Y y)> m() throws (1: X x)",
      '{ kind: "stream"; args: object; returns: number; stream: bigint; throws: X; streamThrows: Y }',
    ],
    [
      "sink<i32 throws (1: Y y), string throws (1: X x)> m()",
      '{ kind: "sink"; args: object; returns: undefined; sink: number; final: string; finalThrows: X }',
    ],
    ["sink<i32>, stream<i64> m()", '{ kind: "bidi"; args: object; returns: undefined; stream: bigint; sink: number }'],
    ["I m()", '{ kind: "call"; args: object; returns: undefined; creates: IMethods }'],
    ["I, i32 m()", '{ kind: "call"; args: object; returns: number; creates: IMethods }'],
  ] as const)("%s", ([method, signature]) => {
    const idl = `exception X {} exception Y {} interaction I { void a() } service S { ${method} }`;
    const [text] = declarations(idl, "export interface SMethods");
    expect(text?.split("\n")[1]).toBe(`  m: ${signature};`);
  });
});

test("a constructor of an interaction gives way to a method of its name", () => {
  const idl = "interaction I { void a() } service S { i32 createI() performs I }";
  const [text] = declarations(idl, "export interface SMethods");
  expect(text?.split("\n")[1]).toBe('  createI: { kind: "call"; args: object; returns: number };');
  expect(text).not.toContain("constructor");
});
