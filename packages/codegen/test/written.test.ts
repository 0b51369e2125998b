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

export const EType: t.EnumType = /* @__PURE__ */ t.enumType("E", E, {
  annotations: /* @__PURE__ */ t.annotations(["k", "v"]),
});
`);
});

test("a field of an exception that is not what an error has in its place hides that", () => {
  const idl = "exception X { 1: i32 message 2: i32 stack }";
  expect(declarations(idl, "const", "export class")).toStrictEqual([
    'const XBase: new (message?: undefined, options?: ErrorOptions) => Omit<Error, "message" | "stack"> = Error;',
    'export class X extends XBase {\n  declare readonly name: "X";\n  declare message: number;\n  declare stack: number;',
  ]);
});

test("an error has a message, a name and perhaps a stack, whether they came or not", () => {
  const idl = "exception X { 1: optional string message 2: optional string name 3: optional string stack }";
  expect(declarations(idl, "export class")).toStrictEqual([
    "export class X extends Error {\n  declare message: string;\n  declare name: string;\n  declare stack?: string;",
  ]);
});

describe("an exception takes its fields, and the cause if that is none of them", () => {
  test.for([
    ["", "_fields: Record<string, never> = {}, options?: ErrorOptions"],
    ["1: i32 a", "fields: { a: number }, options?: ErrorOptions"],
    ["1: string cause", "fields: { cause: string }"],
    ["1: optional string cause", "fields: { cause?: string | undefined } = {}"],
  ] as const)("%s", ([fields, parameters]) => {
    expect(textOf(`exception X { ${fields} }`)).toContain(`  constructor(${parameters}) {\n    super(`);
  });
});

test("a struct without fields takes nothing but objects without any", () => {
  expect(textOf("struct S {}")).toContain("export type S = Record<string, never>;\n");
});

test("an exception of which no field must be there needs none", () => {
  expect(textOf("exception X { 1: i32 code = 5 }")).toContain(
    "constructor(fields: { code?: number | undefined } = {}, options?: ErrorOptions) {",
  );
});

describe("a method has the signature", () => {
  test.for([
    ["void m()", '{ kind: "call"; args: Record<string, never>; returns: undefined }'],
    ["oneway void m(1: i32 a)", '{ kind: "oneway"; args: { a: number }; returns: undefined }'],
    [
      "void m() throws (1: X x, 2: X y)",
      '{ kind: "call"; args: Record<string, never>; returns: undefined; throws: X }',
    ],
    ["stream<i32> m()", '{ kind: "stream"; args: Record<string, never>; returns: undefined; stream: number }'],
    [
      "i32, stream<i64 throws (1: Y y)> m() throws (1: X x)",
      '{ kind: "stream"; args: Record<string, never>; returns: number; stream: bigint; throws: X; streamThrows: Y }',
    ],
    [
      "sink<i32 throws (1: Y y), string throws (1: X x)> m()",
      '{ kind: "sink"; args: Record<string, never>; returns: undefined; sink: number; final: string; finalThrows: X }',
    ],
    [
      "sink<i32>, stream<i64> m()",
      '{ kind: "bidi"; args: Record<string, never>; returns: undefined; stream: bigint; sink: number }',
    ],
    ["I m()", '{ kind: "call"; args: Record<string, never>; returns: undefined; creates: IMethods }'],
    ["I, i32 m()", '{ kind: "call"; args: Record<string, never>; returns: number; creates: IMethods }'],
  ] as const)("%s", ([method, signature]) => {
    const idl = `exception X {} exception Y {} interaction I { void a() } service S { ${method} }`;
    const [text] = declarations(idl, "export interface SMethods");
    expect(text?.split("\n")[2]).toBe(`  m: ${signature};`);
  });
});

test("arguments have their docs and defaults", () => {
  const [text] = declarations("service S { void m(/** Of a. */ 1: i32 a, 2: i32 b = 5) }", "export interface SMethods");
  expect(text?.split("\n").slice(2, -3).join("\n")).toBe(`  m: {
    kind: "call";
    args: {
      /** Of a. */
      a: number;
      /** @defaultValue \`5\` */
      b?: number | undefined;
    };
    returns: undefined;
    defaults: "b";
  };`);
});

test("signatures say what is called and what is implemented", () => {
  const [text] = declarations("/** Of S. */ service S {} struct SClient {}", "export interface SMethods");
  expect(text?.split("\n").slice(0, 4)).toStrictEqual([
    "/**",
    " * Of S.",
    " * The signatures: `SClient_` is what calls them, `SHandler` what implements them.",
    " */",
  ]);
});

test("a method of the name of an inherited constructor hides it", () => {
  const idl = "interaction I { void a() } service P { performs I } service S extends P { i32 createI() }";
  const [text] = declarations(idl, "export interface SMethods");
  expect(text).toContain('\nexport interface SMethods extends Omit<PMethods, "createI"> {\n');
});

test("a constructor of an interaction gives way to a method of its name", () => {
  const idl = "interaction I { void a() } service S { i32 createI() performs I }";
  const [text] = declarations(idl, "export interface SMethods");
  expect(text?.split("\n")[2]).toBe('  createI: { kind: "call"; args: Record<string, never>; returns: number };');
  expect(text).not.toContain("constructor");
});
