import { expect, test } from "vitest";
import { compile, type IdlDialect } from "../src/index.ts";
import { diagnosticsOf, problems } from "./problems.ts";

const b = "struct B {} enum E { X = 1 }";

test.each<[files: string | Record<string, string>, found: string[]]>([
  ["namespace js a namespace py a namespace * b", []],
  ["namespace js a\nnamespace js b", ["2:1 warning duplicate: expected one namespace js, got two"]],
  ['package "a.com/b"\npackage "a.com/c"', ["2:1 warning duplicate: expected one package, got two"]],
  ['package "shop"', ['1:9 warning value: expected a package such as "example.com/search", got "shop"']],
  [
    { "a.thrift": 'include "b.thrift"\ninclude "./b.thrift" struct A { 1: b.B b }', "b.thrift": b },
    ["2:9 warning duplicate: expected one include of a file, got two"],
  ],
  [{ "a.thrift": 'include "b.thrift" include "b.thrift" as c struct A { 1: b.B b 2: c.B c }', "b.thrift": b }, []],
  [
    {
      "a.thrift": 'include "x/b.thrift" include "b.thrift" as c struct A { 1: b.B b 2: c.B c }',
      "b.thrift": b,
      "x/b.thrift": b,
    },
    [],
  ],
  [
    { "a.thrift": 'include "b.thrift" as c include "c.thrift" struct A { 1: c.B b }', "b.thrift": b, "c.thrift": "" },
    [
      '1:33 warning duplicate: expected includes with different names, got "c" twice',
      '1:25 warning unused_include: expected a use of the included file, got none of "c.thrift"',
    ].toReversed(),
  ],
  [
    { "a.thrift": 'include "b.thrift" enum b { X } struct A { 1: b.B b 2: b c = b.X }', "b.thrift": b },
    ['1:25 warning ambiguous: expected different names of an enum and an included file, got "b" for both'],
  ],
  [{ "a.thrift": 'include "b.thrift" struct b {} struct A { 1: b.B b 2: b c }', "b.thrift": b }, []],
])("tells what is wrong with the headers of %j", (files, found) => {
  expect(problems(files)).toEqual(found);
});

const both = "expected different names of a constant and the";

test.each<[text: string, found: string[]]>([
  ["const i32 A = 1 struct A {}", [`1:24 warning ambiguous: ${both} struct, got "A" for both`]],
  ["service A {} const i32 A = 1", [`1:24 warning ambiguous: ${both} service, got "A" for both`]],
  [
    "const i32 A = 1 struct A {} const i32 A = 2",
    [
      `1:24 warning ambiguous: ${both} struct, got "A" for both`,
      '1:39 error duplicate: expected different names of definitions, got "A" twice',
    ],
  ],
  [
    "const i32 A = 1 struct A {} struct A {}",
    [
      `1:24 warning ambiguous: ${both} struct, got "A" for both`,
      '1:36 error duplicate: expected different names of definitions, got "A" twice',
    ],
  ],
])("tells which names of %s are not their own", (text, found) => {
  expect(problems(text)).toEqual(found);
});

test.each(["const i32 A = 5 struct A { 1: i32 a = A } ", "struct A { 1: i32 a = A } const i32 A = 5 "])(
  "takes a constant and a type of one name, as Apache's compiler does: %s",
  (text) => {
    const program = compile({
      "b.thrift": 'include "a.thrift" const i32 B = a.A struct S { 1: a.A a }',
      "a.thrift": text,
    });
    expect([program.constant("B"), program.constant("a.A")]).toEqual([5, 5]);
    expect(program.struct("S").fields[0]?.type).toBe(program.struct("a.A"));
    expect(program.struct("a.A").fields[0]?.default).toBe(5);
  },
);

test("shows where the other header is", () => {
  expect(diagnosticsOf("namespace js a\nnamespace js b")[0]?.related).toMatchObject({ line: 1, column: 1 });
});

const bundled = `include "thrift/annotation/thrift.thrift"
  @thrift.Serial interaction I {} @thrift.Uri{value = "x"} struct A {}`;

test.each<[dialect: IdlDialect | undefined]>([[undefined], ["fbthrift"]])(
  "does without the files that fbthrift's compiler has in itself, with dialect %s",
  (dialect) => {
    expect(problems(bundled, { dialect })).toEqual([]);
    expect(compile({ "a.thrift": bundled }, { dialect }).interaction("I").serial).toBe(true);
  },
);

test("cannot do without them where they define a type or a constant", () => {
  const text = 'include "thrift/annotation/thrift.thrift"\nstruct A { 1: thrift.What a 2: i32 b = thrift.EVER }';
  expect(problems(text)).toEqual([
    '2:15 error unresolved: expected a type, got "thrift.What", which is not defined',
    '2:40 error unresolved: expected a value of type i32, got "thrift.EVER", which is not defined',
  ]);
});

test("takes a file for one of fbthrift's where there is one", () => {
  const file = "thrift/annotation/thrift.thrift";
  expect(problems({ "a.thrift": `include "${file}" struct A { 1: thrift.What a }`, [file]: "" })).toEqual([
    '1:57 error unresolved: expected a type, got "thrift.What", which is not defined',
  ]);
});

test("knows no bundled files of Apache's compiler", () => {
  expect(problems('include "thrift/annotation/thrift.thrift"', { dialect: "apache" })).toEqual([
    '1:9 error missing_file: expected a file, got none of "thrift/annotation/thrift.thrift"',
  ]);
});
