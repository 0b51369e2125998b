import { expect, test } from "vitest";
import { diagnosticsOf, problems } from "./problems.ts";

const given = `struct Note { 1: i32 size 2: optional string text } union Either { 1: i32 a 2: string b } enum E { A = 1 }
`;

function twice(at: string): string {
  return `${at} warning duplicate: expected "k" once, got it twice`;
}

test.each<[text: string, found: string[]]>([
  ["@Note struct A {}", []],
  ["@Note{size = 1, text = 'x'} struct A {}", []],
  ["@Either{a = E.A} struct A {}", []],
  ["@Other{size = 1} struct A {} typedef Note Other", []],
  ["struct A { @Note 1: i32 a } service S { @Note void m(@Note 1: i32 a) }", []],
  ["@Note{siz = 1} struct A {}", ['2:7 error value: expected a field of Note, got "siz" (did you mean size?)']],
  [
    "@Note{size = 'x'} struct A {}",
    ['2:14 error value: expected an i32, from -2147483648 to 2147483647, got string "x"'],
  ],
  ["@Either struct A {}", ["2:1 error value: expected exactly one field of the union Either, got Either{}"]],
  ["@Note @Note struct A {}", ["2:7 error duplicate: expected @Note once, got it twice"]],
  [
    "@Nota struct A {}",
    ['2:2 warning annotation: expected the name of a struct, got "Nota", which is not defined (did you mean Note?)'],
  ],
  ["@E struct A {}", ['2:2 warning annotation: expected the name of a struct, got the enum "E"']],
  [
    "enum F { @X A = 1 } service S { stream<i32 throws (@X 1: Bad b)> m() } exception Bad {}",
    ["2:11", "2:53"].map(
      (at) => `${at} warning annotation: expected the name of a struct, got "X", which is not defined`,
    ),
  ],
  ["struct A { 1: i32 a (k, k = '2', l) }", []],
  ["struct A { 1: i32 a (k = '1', k) }", ['2:31 warning duplicate: expected "k" once, got it twice']],
  ["struct A { 1: i32 a (api.query = 'a', api.of_ours = 'b') }", []],
  [
    "struct A { 1: i32 a (api.qeury = 'a') }",
    ['2:22 warning annotation: expected a key that is known, got "api.qeury" (did you mean api.query?)'],
  ],
  [
    "struct A { 1: i32 (api.qeury = 'a') a }",
    ['2:20 warning annotation: expected a key that is known, got "api.qeury" (did you mean api.query?)'],
  ],
  ["typedef map<i32 (k, k), list<string (k)> (k, k)> A", ["2:21", "2:46"].map(twice)],
  ["struct A { 1: i32 a xsd_attrs { 1: i32 b (k, k) } }", [twice("2:46")]],
  ["service S { void (k, k) m() stream<i32 (k, k)> n() }", ["2:22", "2:44"].map(twice)],
])("checks the annotations of %s", (text, found) => {
  expect(problems(given + text)).toEqual(found);
});

test("checks annotations before a package", () => {
  expect(problems('@Nota package "example.com/a" struct Note {}')).toEqual([
    '1:2 warning annotation: expected the name of a struct, got "Nota", which is not defined (did you mean Note?)',
  ]);
});

test("checks annotations of a namespace", () => {
  expect(problems("namespace * a (k, k)")).toEqual([twice("1:19")]);
});

test("shows both of two annotations that are the same", () => {
  expect(diagnosticsOf("@Note @Note struct Note {}")[0]?.related).toMatchObject({ line: 1, column: 1 });
  expect(diagnosticsOf("struct A {} (k, k)")[0]?.related).toMatchObject({ line: 1, column: 14 });
});

test("reads annotations of included files, by any name", () => {
  const files = {
    "a.thrift": 'include "b.thrift" include "c.thrift" as d @b.Note @d.Note{size = b.SIZE} struct A {}',
    "b.thrift": `${given} const i32 SIZE = 5`,
    "c.thrift": given,
  };
  expect(problems(files)).toEqual([]);
});
